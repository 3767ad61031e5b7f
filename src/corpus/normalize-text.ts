/** Canonical text: Unicode NFC, LF line ends, no byte order mark. Every offset of the system points into it. */
export function normalizeText(text: string): string {
  return text
    .replace(/^\uFEFF/u, "")
    .replace(/\r\n?/gu, "\n")
    .normalize("NFC");
}
