import { IndexError } from "../domain/errors.ts";

type Section = Uint8Array | Uint32Array | Float32Array;

const magic = 0x31584e41; // "ANX1", little-endian
const elementTypes = { u8: Uint8Array, u32: Uint32Array, f32: Float32Array } as const;

interface Entry {
  readonly name: string;
  readonly type: keyof typeof elementTypes;
  readonly offset: number;
  readonly length: number;
}

/** Named typed arrays as one file: magic, header length, JSON header, then sections aligned to 4 bytes, little-endian. */
export function packSections(sections: Readonly<Record<string, Section>>): Uint8Array {
  let offset = 0;
  const entries: Entry[] = Object.entries(sections).map(([name, section]) => {
    const entry: Entry = { name, type: typeOf(section), offset, length: section.length };
    offset += align(section.byteLength);
    return entry;
  });
  const header = new TextEncoder().encode(JSON.stringify(entries));
  const start = 8 + align(header.length);
  const bytes = new Uint8Array(start + offset);
  new DataView(bytes.buffer).setUint32(0, magic, true);
  new DataView(bytes.buffer).setUint32(4, header.length, true);
  bytes.set(header, 8);
  for (const entry of entries) {
    const { buffer, byteOffset, byteLength } = sections[entry.name] as Section;
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start + entry.offset);
  }
  return bytes;
}

/** The sections of a file as views into it; an `IndexError` names `file` where the bytes are not what was packed. */
export function unpackSections(file: string, bytes: Uint8Array): Readonly<Record<string, Section>> {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  if (aligned.length < 8 || view.getUint32(0, true) !== magic) throw damaged(file, "it does not begin with ANX1");
  const headerLength = view.getUint32(4, true);
  if (8 + headerLength > aligned.length) throw damaged(file, "its header is cut off");
  const entries = readHeader(file, aligned.subarray(8, 8 + headerLength));
  const start = 8 + align(headerLength);
  const sections: Record<string, Section> = Object.create(null);
  for (const { name, type, offset, length } of entries) {
    const Type = elementTypes[type];
    const end = start + offset + length * Type.BYTES_PER_ELEMENT;
    if (offset % 4 !== 0 || end > aligned.length) throw damaged(file, `section "${name}" reaches beyond its end`);
    sections[name] = new Type(aligned.buffer as ArrayBuffer, aligned.byteOffset + start + offset, length);
  }
  return sections;
}

function readHeader(file: string, bytes: Uint8Array): readonly Entry[] {
  try {
    const entries: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (Array.isArray(entries) && entries.every(isEntry)) return entries;
  } catch (cause) {
    throw damaged(file, "its header is not JSON", cause);
  }
  throw damaged(file, "its header does not list sections");
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const { name, type, offset, length } = value as Partial<Entry>;
  const isCount = (n: unknown) => Number.isSafeInteger(n) && (n as number) >= 0;
  return typeof name === "string" && Object.hasOwn(elementTypes, type ?? "") && isCount(offset) && isCount(length);
}

function damaged(file: string, reason: string, cause?: unknown): IndexError {
  return new IndexError(`${file} is damaged: ${reason}; build the index again with: npm run ingest`, file, { cause });
}

function typeOf(section: Section): Entry["type"] {
  if (section instanceof Uint32Array) return "u32";
  return section instanceof Float32Array ? "f32" : "u8";
}

function align(bytes: number): number {
  return (bytes + 3) & ~3;
}
