import { Writable } from "node:stream";

/** A stream that keeps what is written to it. */
export function stringWriter(): { readonly stream: Writable; readonly text: () => string } {
  const written: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      written.push(chunk);
      done();
    },
  });
  return { stream, text: () => written.join("") };
}
