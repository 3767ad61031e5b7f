import { createHash } from "node:crypto";
import { encodeManifest } from "../../src/search-index/encode-manifest.ts";
import type { Manifest } from "../../src/search-index/manifest.ts";

/** The files of a generation's folder, by name. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export interface Mutation {
  readonly name: string;
  readonly files: Files;
}

/** 0 up to 1. */
type Random = () => number;

const page = 4096;

/** One change of a generation, of a kind that disks, copies and attackers make. `other` is a generation of like shape. */
export async function mutate(files: Files, other: Files, random: Random): Promise<Mutation> {
  const kinds = [
    flipBit,
    zeroPage,
    truncate,
    grow,
    takeFromOther,
    swapFiles,
    restateField,
    craftGraph,
    craftLexical,
    craftVectors,
  ];
  const kind = pick(kinds, random);
  return { ...(await kind(files, other, random)) };
}

const flipBit = async (files: Files, _: Files, random: Random): Promise<Mutation> => {
  const file = pick([...files.keys()], random);
  const at = Math.floor(random() * bytesOf(files, file).length);
  const bit = 1 << Math.floor(random() * 8);
  return change(files, file, `bit ${bit} of byte ${at} flipped`, (bytes) => bytes.set([(bytes[at] ?? 0) ^ bit], at));
};

const zeroPage = async (files: Files, _: Files, random: Random): Promise<Mutation> => {
  const file = pick([...files.keys()], random);
  const at = page * Math.floor((random() * bytesOf(files, file).length) / page);
  return change(files, file, `page at ${at} zeroed`, (bytes) => bytes.fill(0, at, Math.min(at + page, bytes.length)));
};

const truncate = async (files: Files, _: Files, random: Random): Promise<Mutation> => {
  const file = pick([...files.keys()], random);
  const length = Math.floor(random() * bytesOf(files, file).length);
  return replace(files, { [file]: bytesOf(files, file).slice(0, length) }, `${file}: cut to ${length} bytes`);
};

const grow = async (files: Files, _: Files, random: Random): Promise<Mutation> => {
  const file = pick([...files.keys()], random);
  const more = Uint8Array.from([...bytesOf(files, file), ...new Uint8Array(1 + Math.floor(random() * 64))]);
  return replace(files, { [file]: more }, `${file}: grown to ${more.length} bytes`);
};

const takeFromOther = async (files: Files, other: Files, random: Random): Promise<Mutation> => {
  const file = pick([...files.keys()], random);
  return replace(files, { [file]: bytesOf(other, file) }, `${file}: of another generation`);
};

const swapFiles = async (files: Files, _: Files, random: Random): Promise<Mutation> => {
  const [a, b] = [pick([...files.keys()], random), pick([...files.keys()], random)];
  return replace(files, { [a]: bytesOf(files, b), [b]: bytesOf(files, a) }, `${a} and ${b} exchanged`);
};

/** A field of the manifest that says something else, with its checksum made right again. */
const restateField = async (files: Files, _: Files, random: Random): Promise<Mutation> => {
  const changes: readonly ((manifest: Manifest) => object)[] = [
    ({ embedder }) => ({ embedder: { ...embedder, dimension: embedder.dimension * 2 } }),
    ({ embedder }) => ({ embedder: { ...embedder, dimension: embedder.dimension - 1 } }),
    ({ embedder }) => ({ embedder: { ...embedder, id: `${embedder.id}-other` } }),
    () => ({ metric: "cosine" }),
    () => ({ formatVersion: 1 }),
    ({ graph }) => ({ graph: { ...graph, m: 8 } }),
    ({ graph }) => ({ graph: { ...graph, efConstruction: 7 } }),
    ({ counts }) => ({ counts: { ...counts, chunks: counts.chunks + 1 } }),
    ({ counts }) => ({ counts: { ...counts, sentences: counts.sentences - 1 } }),
    ({ documents }) => ({ documents: documents.toReversed() }),
    ({ files: stated }) => ({ files: { ...stated, "../../etc/passwd": stated["vectors.bin"] } }),
  ];
  const index = Math.floor(random() * changes.length);
  const alter = changes[index] as (manifest: Manifest) => object;
  return replace(files, { "manifest.json": await restated(files, alter) }, `manifest.json: restated (${index})`);
};

/** Numbers of the graph's header and links that are wrong, with every hash made right again. */
const craftGraph = async (files: Files, _: Files, random: Random): Promise<Mutation> => {
  const file = "graph.hnsw";
  const words = bytesOf(files, file).length >> 2;
  const at = 4 * Math.floor(random() * (random() < 0.5 ? 24 : words));
  const value = pick([0, 1, 0x7fffffff, 0xffffffff, 1000, Math.floor(random() * 2 ** 32)], random);
  return craft(files, file, `word at ${at} set to ${value}`, (view) => view.setUint32(at, value, true));
};

/** The head of lexical.bin, and numbers far out of range inside it, with every hash made right again. */
const craftLexical = async (files: Files, _: Files, random: Random): Promise<Mutation> => {
  const file = "lexical.bin";
  const words = bytesOf(files, file).length >> 2;
  const at = 4 * Math.floor(random() * (random() < 0.3 ? 64 : words));
  return craft(files, file, `word at ${at} set to the largest`, (view) => view.setUint32(at, 0xfffffff0, true));
};

const craftVectors = async (files: Files, _: Files, random: Random): Promise<Mutation> => {
  const file = "vectors.bin";
  const at = 4 * Math.floor((random() * bytesOf(files, file).length) / 4);
  const value = pick([Number.NaN, Number.POSITIVE_INFINITY, 3e38, 2, -2], random);
  return craft(files, file, `element at ${at} set to ${value}`, (view) => view.setFloat32(at, value, true));
};

function change(files: Files, file: string, what: string, alter: (bytes: Uint8Array) => unknown): Mutation {
  const bytes = bytesOf(files, file).slice();
  alter(bytes);
  return replace(files, { [file]: bytes }, `${file}: ${what}`);
}

async function craft(files: Files, file: string, what: string, alter: (view: DataView) => void): Promise<Mutation> {
  const bytes = bytesOf(files, file).slice();
  alter(new DataView(bytes.buffer));
  const stated = { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  const manifest = await restated(files, (old) => ({ files: { ...old.files, [file]: stated } }));
  return replace(files, { [file]: bytes, "manifest.json": manifest }, `${file}: ${what}, hashes right`);
}

async function restated(files: Files, alter: (manifest: Manifest) => object): Promise<Uint8Array<ArrayBuffer>> {
  const { checksum: _, ...manifest } = JSON.parse(
    new TextDecoder().decode(bytesOf(files, "manifest.json")),
  ) as Manifest & { readonly checksum: string };
  return encodeManifest({ ...manifest, ...alter(manifest) } as Manifest);
}

function replace(files: Files, changed: Readonly<Record<string, Uint8Array<ArrayBuffer>>>, name: string): Mutation {
  return { name, files: new Map([...files, ...Object.entries(changed)]) };
}

function bytesOf(files: Files, file: string): Uint8Array<ArrayBuffer> {
  const bytes = files.get(file);
  if (bytes === undefined) throw new Error(`there is no ${file}`);
  return bytes;
}

function pick<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)] as T;
}
