import { hostileDocuments } from "./hostile-documents.ts";
import { hostileTexts } from "./hostile-texts.ts";

/** A file that is broken or was made to exhaust its reader, and what its reader says of it. */
export interface HostileFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly reason: RegExp;
  /** The parser alone would take too long or too much memory: a process with limits has to stop it. */
  readonly needsSandbox?: boolean;
}

/** Broken and hostile files of every format, generated anew by each call, which takes a second or two. */
export function hostileFiles(): readonly HostileFile[] {
  return [...hostileTexts(), ...hostileDocuments()];
}
