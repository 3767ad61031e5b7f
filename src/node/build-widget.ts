import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Plugin, transform } from "esbuild";
import { minify } from "terser";
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
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../widget/annalist-chat.ts", import.meta.url))],
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
    plugins: [minifyStyles],
    mangleProps: innerNames,
  });
  const code = await squeeze(outputFiles[0]?.text ?? "");
  const gzipBytes = gzipSync(code, { level: 9 }).length;
  if (gzipBytes > maxGzipBytes) {
    throw new AnnalistError(
      "configuration",
      `The widget is ${gzipBytes} bytes after gzip, over its limit of ${maxGzipBytes}; make src/widget smaller.`,
    );
  }
  await mkdir(outDir, { recursive: true });
  await writeFile(file, code);
  return { file, bytes: Buffer.byteLength(code), gzipBytes };
}

/** A second minifier finds 3 % that the bundler's own leaves. */
async function squeeze(code: string): Promise<string> {
  const { code: smaller } = await minify(code, { ecma: 2020, toplevel: true, compress: { passes: 3 } });
  return smaller ?? code;
}

/**
 * Properties that only the widget's own parts see, which may be shortened: none of them is on the wire, in the browser or in
 * what a page uses. Saves a fortieth.
 */
const innerNames =
  /^(addCitation|announce|announcer|asksFeedback|closePanel|isEvidenceOpen|isEvidenceShown|linkOf|maxCodePoints|maxTurnCodePoints|maxTurns|offerStarters|onCancelEdit|onCite|onEdit|onSend|onStop|retryAfterSeconds|sendFeedback|setBusy|storagePrefix|defaultEndpoint|defaultPassages|maxPassages|emit|say|words|thumbs|follow|restart|language|direction)$/;

/** The style sheets are template strings without expressions, which the bundler would carry with all their white space. */
const minifyStyles: Plugin = {
  name: "minify-styles",
  setup({ onLoad }) {
    onLoad({ filter: /-style\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const [whole, name, css] = /export const (\w+) = `([^`]*)`;/u.exec(source) ?? [];
      if (whole === undefined || css === undefined) return { errors: [{ text: `${path} holds no style sheet` }] };
      const { code } = await transform(css, { loader: "css", minify: true, charset: "utf8" });
      return { contents: `export const ${name} = ${JSON.stringify(code.trim())};`, loader: "ts" };
    });
  },
};

if (import.meta.main) {
  const { file, bytes, gzipBytes } = await buildWidget();
  console.log(`${file}: ${(bytes / 1000).toFixed(1)} kB, ${(gzipBytes / 1000).toFixed(1)} kB gzip`);
}
