import type { AssetsBinding } from "./bindings.ts";

/** The bytes of one staged file, such as `index/CURRENT`; null where there is none. Throws for any other outcome. */
export async function readAsset(assets: AssetsBinding, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await assets.fetch(`https://assets.invalid/${path}`);
  if (response.status === 200) return new Uint8Array(await response.arrayBuffer());
  await response.body?.cancel();
  if (response.status === 404) return null;
  throw new Error(`the asset ${path} was answered with status ${response.status}, expected 200 or 404`);
}
