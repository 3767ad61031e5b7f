/** Code points that NFC may compose or replace begin here: below it a text is NFC as it stands. */
const firstComposing = /[\u0300-\u{10ffff}]/u;
const sliceLength = 2 ** 20;

/** Canonical text: Unicode NFC, LF line ends, no byte order mark. Every offset of the system points into it. */
export function normalizeText(text: string): string {
  const unmarked = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lines = unmarked.includes("\r") ? unmarked.replace(/\r\n?/gu, "\n") : unmarked;
  return firstComposing.test(lines) ? composeSlices(lines) : lines;
}

/** NFC a mebibyte at a time, cut behind line breaks, with which nothing composes: all at once takes many times the memory. */
function composeSlices(text: string): string {
  if (text.length <= sliceLength) return text.normalize("NFC");
  const slices: string[] = [];
  for (let from = 0; from < text.length; ) {
    const lineBreak = text.indexOf("\n", from + sliceLength);
    const to = lineBreak < 0 ? text.length : lineBreak + 1;
    slices.push(text.slice(from, to).normalize("NFC"));
    from = to;
  }
  return slices.join("");
}
