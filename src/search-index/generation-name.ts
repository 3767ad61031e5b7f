import { damagedFile } from "./damaged-file.ts";

/** The file that names the generation to be read: its name and a line end, such as `000042\n`. */
export const currentFile = "CURRENT";

const namePattern = /^\d{6,12}$/u;

/** `000042` for 42. */
export function generationName(number: number): string {
  return String(number).padStart(6, "0");
}

/** The folder of a generation inside the index, `gen-000042`. */
export function generationFolder(name: string): string {
  return `gen-${name}`;
}

/** The generation's number for a folder's name; null for any other folder. */
export function generationNumber(folder: string): number | null {
  const name = folder.startsWith("gen-") ? folder.slice(4) : "";
  return namePattern.test(name) ? Number(name) : null;
}

/** The name in CURRENT. Anything but digits is refused with an `IndexError`, so that no path leads out of the index. */
export function parseCurrent(content: string): string {
  const name = content.endsWith("\n") ? content.slice(0, -1) : content;
  if (namePattern.test(name)) return name;
  const found = content.length > 80 ? `${content.length} characters` : JSON.stringify(content);
  throw damagedFile(currentFile, found, "one line with the name of a generation, such as 000042");
}
