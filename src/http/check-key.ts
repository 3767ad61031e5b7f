/** Whether the headers of a request carry a key that this server takes. */
export type KeyCheck = (headers: Headers) => Promise<boolean>;

/**
 * Compares `Authorization: Bearer KEY` with hashes of keys (SHA-256, 64 lower-case hex digits): what is configured lets
 * nobody in who reads it. All hashes are compared to their last digit, so that time tells nothing about any.
 */
export function createKeyCheck(hashes: readonly string[]): KeyCheck {
  return async (headers) => {
    const key = /^bearer +(?<key>\S+)$/iu.exec(headers.get("authorization") ?? "")?.groups?.key;
    if (key === undefined) return false;
    const given = await sha256(key);
    return hashes.map((hash) => isEqual(hash, given)).includes(true);
  };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
