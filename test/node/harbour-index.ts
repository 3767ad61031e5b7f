import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildIndex } from "../../src/node/build-index.ts";
import { readSettings } from "../../src/node/settings.ts";
import { harbourTexts } from "../harbour-texts.ts";

/** An index on disk of the invented documents, with the flags that name it; `place` moves a file into a folder. */
export async function buildHarbourIndex(place: (name: string) => string = (name) => name) {
  const folder = await mkdtemp(join(tmpdir(), "annalist-harbour-"));
  const [corpus, index] = [join(folder, "corpus"), join(folder, "index")];
  for (const [name, text] of Object.entries(harbourTexts)) {
    const file = join(corpus, place(name));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await buildIndex(readSettings({ corpus, index }, {}));
  return { folder, corpus, index, flags: ["--index", index], remove: () => rm(folder, { recursive: true }) };
}
