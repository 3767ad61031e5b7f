import { zlibSync } from "fflate";

/** Words at a place of a page: points from its lower left corner, in Helvetica. */
export interface PdfWords {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

export interface PdfOptions {
  /** Entries of the Info dictionary, such as `Title: "A report"`. */
  readonly info?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly isCompressed?: boolean;
  /** States a password that nobody knows. */
  readonly isEncrypted?: boolean;
  /** Replaces the object of this number, as written between `obj` and `endobj`. */
  readonly objects?: Readonly<Record<number, string | Uint8Array>>;
}

/** A small PDF by hand. Objects: 1 catalogue, 2 page tree, 3 font, 4 Info, then each page and its contents. */
export function makePdf(pages: readonly (readonly PdfWords[])[], options: PdfOptions = {}): Uint8Array {
  return writePdf(
    pages.map((words) => words.map(drawWords).join("\n")),
    options,
  );
}

/** A PDF whose pages are drawn by the contents given. */
export function writePdf(contents: readonly (string | Uint8Array)[], options: PdfOptions = {}): Uint8Array {
  const { info = {}, language, isCompressed = false, isEncrypted = false, objects = {} } = options;
  const kids = contents.map((_, page) => `${5 + page * 2} 0 R`).join(" ");
  const lang = language === undefined ? "" : `/Lang (${language})`;
  const bodies: (string | Uint8Array)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${lang} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${escapeString(value)})`)
      .join(" ")} >>`,
    ...contents.flatMap((drawn, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + page * 2} 0 R >>`,
      streamObject(typeof drawn === "string" ? bytesOf(drawn) : drawn, isCompressed),
    ]),
  ];
  const encrypt = isEncrypted
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >> /ID [<00> <00>]`
    : "";
  return assemble(
    bodies.map((body, at) => objects[at + 1] ?? body),
    encrypt,
  );
}

/** A page of prose: lines from the top left down, `leading` points apart. */
export function proseLines(
  lines: readonly string[],
  from: { y?: number; x?: number; size?: number; leading?: number } = {},
): PdfWords[] {
  const { y = 700, x = 72, size = 11, leading = size * 1.2 } = from;
  return lines.map((text, at) => ({ text, x, y: y - at * leading, size }));
}

/** The bytes of a stream object, compressed by Flate where that is wanted. */
export function streamObject(bytes: Uint8Array, isCompressed: boolean): Uint8Array {
  const data = isCompressed ? zlibSync(bytes) : bytes;
  const filter = isCompressed ? "/Filter /FlateDecode " : "";
  return concat([bytesOf(`<< ${filter}/Length ${data.length} >>\nstream\n`), data, bytesOf("\nendstream")]);
}

function drawWords({ text, x = 72, y, size = 11 }: PdfWords): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${escapeString(text)}) Tj ET`;
}

function escapeString(text: string): string {
  return text.replace(/[\\()]/gu, "\\$&");
}

function assemble(bodies: readonly (string | Uint8Array)[], trailer: string): Uint8Array {
  const parts: Uint8Array[] = [bytesOf("%PDF-1.4\n")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const write = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  for (const [at, body] of bodies.entries()) {
    offsets.push(length);
    write(bytesOf(`${at + 1} 0 obj\n`));
    write(typeof body === "string" ? bytesOf(body) : body);
    write(bytesOf("\nendobj\n"));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = bodies.length + 1;
  write(
    bytesOf(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return concat(parts);
}

/** Latin-1, which is what the font's encoding and the strings of these files want. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
