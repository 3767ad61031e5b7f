import { CorpusError } from "../domain/errors.ts";

/** Refuses a page that says it is written in another encoding than UTF-8, unless it holds ASCII alone. */
export function refuseOtherCharset(bytes: Uint8Array): void {
  // Standards let a page name its encoding within its first 1,024 bytes.
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const charset = /<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/iu.exec(head)?.[1];
  if (charset === undefined || /^(?:utf-?8|us-ascii|ascii)$/iu.test(charset)) return;
  if (bytes.every((byte) => byte < 0x80)) return;
  throw new CorpusError(`it says that it is written in ${charset}: save it as UTF-8, and say so in its <meta charset>`);
}
