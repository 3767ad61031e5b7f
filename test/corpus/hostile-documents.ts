import { strToU8, zipSync } from "fflate";
import { flateOfZeros } from "./flate-of-zeros.ts";
import type { HostileFile } from "./hostile-files.ts";
import { docxParts, makeDocx, paragraph } from "./make-docx.ts";
import { bytesOf, concat, makePdf, proseLines, writePdf } from "./make-pdf.ts";

const limits = /longer than 10 s|more than 512 MiB/u;
const mebibyte = 2 ** 20;
const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** Hostile files of the formats that are binary: .pdf and .docx. */
export function hostileDocuments(): readonly HostileFile[] {
  return [...brokenPdfs(), ...cunningPdfs(), ...brokenDocx(), ...cunningDocx()];
}

function brokenPdfs(): HostileFile[] {
  const prose = makePdf([proseLines(["Some prose."])]);
  return [
    { name: "a PDF that is no PDF", path: "text.pdf", bytes: strToU8("Just words."), reason: /it is no PDF/u },
    {
      name: "a page under the name of a PDF",
      path: "page.pdf",
      bytes: strToU8("<html>Sign in</html>"),
      reason: /it is no PDF/u,
    },
    {
      name: "a head and nothing else",
      path: "head.pdf",
      bytes: bytesOf("%PDF-1.7\n"),
      reason: /can't be read as PDF/u,
    },
    { name: "a truncated PDF", path: "cut.pdf", bytes: prose.subarray(0, 120), reason: /can't be read as PDF/u },
    {
      name: "a head and noise",
      path: "noise.pdf",
      bytes: concat([bytesOf("%PDF-1.4\n"), Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)]),
      reason: /can't be read as PDF/u,
    },
    {
      name: "an encrypted PDF",
      path: "locked.pdf",
      bytes: makePdf([proseLines(["Secret."])], { isEncrypted: true }),
      reason: /it is encrypted: save a copy without a password/u,
    },
    {
      name: "a scan of three pages",
      path: "scan.pdf",
      bytes: makePdf([[], [], []]),
      reason: /it has 3 pages and no text.*run OCR/u,
    },
    { name: "a PDF without pages", path: "pageless.pdf", bytes: makePdf([]), reason: /no text|can't be read as PDF/u },
    {
      name: "contents that are no Flate",
      path: "flate.pdf",
      bytes: writePdf(["x"], { objects: { 6: "<< /Filter /FlateDecode /Length 9 >>\nstream\nnot flate\nendstream" } }),
      reason: /1 page and no text|can't be read as PDF/u,
    },
    {
      name: "a font that is missing",
      path: "font.pdf",
      bytes: makePdf([[]], { objects: { 3: "null" } }),
      reason: /1 page and no text/u,
    },
  ];
}

function cunningPdfs(): HostileFile[] {
  const loop = "<< /Type /Pages /Kids [2 0 R] /Count 3 >>";
  const nested = `<< /Type /Catalog /Pages 2 0 R /X ${"[".repeat(50_000)}`;
  const pages = Array.from({ length: 2001 }, () => []);
  return [
    {
      name: "a page tree that is its own child",
      path: "loop.pdf",
      bytes: makePdf([[]], { objects: { 2: loop } }),
      reason: /can't be read as PDF/u,
    },
    { name: "2,001 pages", path: "long.pdf", bytes: makePdf(pages), reason: /it has 2001 pages: at most 2000/u },
    {
      name: "a page tree that claims a billion pages",
      path: "claims.pdf",
      bytes: makePdf([[]], { objects: { 2: "<< /Type /Pages /Kids [5 0 R] /Count 1000000000 >>" } }),
      reason: /it has 1000000000 pages|can't be read as PDF|no text/u,
    },
    {
      name: "a catalogue 50,000 levels deep",
      path: "deep.pdf",
      bytes: makePdf([[]], { objects: { 1: nested } }),
      reason: /can't be read as PDF|no text/u,
    },
    {
      name: "an object that refers to itself",
      path: "self.pdf",
      bytes: makePdf([[]], { objects: { 1: "1 0 R" } }),
      reason: /can't be read as PDF/u,
    },
    {
      name: "text at places that no number can hold",
      path: "far.pdf",
      bytes: writePdf([`BT /F1 1e400 Tf 1e400 -1e400 Td (Far) Tj ET`]),
      reason: /no text|can't be read as PDF/u,
    },
    {
      name: "64 MiB of zeros within two layers of Flate",
      path: "layers.pdf",
      bytes: writePdf(["x"], { objects: { 6: zeroStream(64) } }),
      reason: /no text|longer than 10 s|more than 512 MiB/u,
    },
    {
      name: "a gibibyte of zeros in a stream",
      path: "bomb.pdf",
      bytes: writePdf(["x"], { objects: { 6: zeroStream(1100) } }),
      reason: limits,
      needsSandbox: true,
    },
  ];
}

/** A stream object that holds mebibytes of zeros within two layers of Flate. */
function zeroStream(mebibytes: number): Uint8Array {
  const data = flateOfZeros(mebibytes * mebibyte);
  const dictionary = `<< /Filter [/FlateDecode /FlateDecode] /Length ${data.length} >>`;
  return concat([bytesOf(`${dictionary}\nstream\n`), data, bytesOf("\nendstream")]);
}

function brokenDocx(): HostileFile[] {
  const { "word/document.xml": _, ...bodiless } = docxParts("");
  const fine = makeDocx({ body: paragraph("Prose.") });
  return [
    {
      name: "an old .doc",
      path: "old.docx",
      bytes: concat([ole, new Uint8Array(512)]),
      reason: /an old \.doc or an encrypted \.docx/u,
    },
    {
      name: "words under the name of a document",
      path: "text.docx",
      bytes: strToU8("Just words."),
      reason: /a zip file was expected/u,
    },
    {
      name: "a truncated document",
      path: "cut.docx",
      bytes: fine.subarray(0, fine.length >> 1),
      reason: /broken or truncated zip/u,
    },
    {
      name: "a zip without a document",
      path: "other.docx",
      bytes: zipSync({ "a.txt": strToU8("x") }),
      reason: /without word\/document\.xml/u,
    },
    {
      name: "a document without its body",
      path: "bodiless.docx",
      bytes: zipSync(bodiless),
      reason: /without word\/document\.xml/u,
    },
    { name: "an empty document", path: "empty.docx", bytes: makeDocx({ body: "" }), reason: /holds no prose/u },
    {
      name: "a body that is no XML",
      path: "xml.docx",
      bytes: makeDocx({ body: "", entries: { "word/document.xml": strToU8("<w:document") } }),
      reason: /can't be read as DOCX|holds no prose/u,
    },
    {
      name: "a body of noise",
      path: "noise.docx",
      bytes: makeDocx({
        body: "",
        entries: { "word/document.xml": Uint8Array.from({ length: 999 }, (_, at) => (at * 31) % 256) },
      }),
      reason: /can't be read as DOCX|holds no prose/u,
    },
  ];
}

function cunningDocx(): HostileFile[] {
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`word/${at}.xml`, new Uint8Array()]));
  const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>`;
  const bomb = makeDocx({ body: "", entries: { "word/document.xml": new Uint8Array(48 * mebibyte) } });
  return [
    { name: "a zip bomb", path: "bomb.docx", bytes: bomb, reason: /looks like a zip bomb/u },
    {
      name: "a zip bomb whose directory lies about sizes",
      path: "liar.docx",
      bytes: lieAboutSizes(bomb),
      reason: /can't be read as DOCX|holds no prose|broken or truncated/u,
    },
    {
      name: "more than 2,000 parts",
      path: "parts.docx",
      bytes: makeDocx({ body: "", entries: many }),
      reason: /more than 2000 parts/u,
    },
    {
      name: "names that climb out of the zip, and no prose",
      path: "slip.docx",
      bytes: makeDocx({ body: "", entries: { "../../../etc/passwd.xml": strToU8("<x/>") } }),
      reason: /holds no prose/u,
    },
    {
      name: "entities that multiply, and no prose",
      path: "entities.docx",
      bytes: makeDocx({ body: "", entries: { "word/document.xml": strToU8(entities) } }),
      reason: /can't be read as DOCX|holds no prose/u,
    },
    {
      name: "20,000 nested elements",
      path: "deep.docx",
      bytes: makeDocx({ body: "<w:p>".repeat(20_000) + "</w:p>".repeat(20_000) }),
      reason: /nested too deeply|nest deeper|can't be read as DOCX/u,
    },
  ];
}

/** Writes 1,000 bytes as the size of each large part into the directory of a zip. */
function lieAboutSizes(zip: Uint8Array): Uint8Array {
  const lying = zip.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 46 < lying.length; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > mebibyte)
      view.setUint32(at + 24, 1000, true);
  return lying;
}
