import { checkFile } from "./check-file.ts";
import type { FileRecord } from "./file-record.ts";
import type { Generation } from "./generation.ts";
import { recordsFile } from "./generation-files.ts";
import { generationFolder } from "./generation-name.ts";
import type { Manifest } from "./manifest.ts";
import { parseFileRecords } from "./parse-lines.ts";

/** The files that an open generation was made from. Throws an `IndexError` where files.jsonl is damaged. */
export async function readFileRecords({
  generation: { name, manifest, documents },
  read,
}: {
  readonly generation: Pick<Generation, "name" | "manifest" | "documents">;
  readonly read: (file: string) => Promise<Uint8Array>;
}): Promise<readonly FileRecord[]> {
  const path = `${generationFolder(name)}/${recordsFile}`;
  const bytes = (await read(recordsFile)) as Uint8Array<ArrayBuffer>;
  await checkFile(path, bytes, manifest.files[recordsFile] as Manifest["files"][string]);
  return parseFileRecords(path, bytes, documents);
}
