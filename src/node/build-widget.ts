import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { AnnalistError } from "../domain/errors.ts";

/** 15 kB: what the widget may cost a page, compressed. */
export const maxWidgetGzipBytes = 15_000;

export interface WidgetBuild {
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/**
 * Bundles the chat widget into `widget.js` in a folder, `dist` of this repository by default.
 * Throws when the bundle takes more than `maxGzipBytes` after gzip.
 */
export async function buildWidget(
  outDir: string = fileURLToPath(new URL("../../dist", import.meta.url)),
  maxGzipBytes: number = maxWidgetGzipBytes,
): Promise<WidgetBuild> {
  const file = join(outDir, "widget.js");
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: [fileURLToPath(new URL("../widget/annalist-chat.ts", import.meta.url))],
    outfile: file,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
  });
  const code = await readFile(file);
  const gzipBytes = gzipSync(code, { level: 9 }).length;
  if (gzipBytes > maxGzipBytes) {
    throw new AnnalistError(
      "configuration",
      `The widget is ${gzipBytes} bytes after gzip, over its limit of ${maxGzipBytes}; make src/widget smaller.`,
    );
  }
  return { file, bytes: code.length, gzipBytes };
}

if (import.meta.main) {
  const { file, bytes, gzipBytes } = await buildWidget();
  console.log(`${file}: ${(bytes / 1000).toFixed(1)} kB, ${(gzipBytes / 1000).toFixed(1)} kB gzip`);
}
