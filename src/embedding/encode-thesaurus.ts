import type { StemRelations } from "./compile-thesaurus.ts";
import { thesaurusLayout, thesaurusMagic } from "./thesaurus-layout.ts";

/** Stems are numbered in 16 bits. */
const maxStems = 65_536;

/** Relations of stems -> the bytes of thesaurus.bin, the same for the same input. Throws for more than 65,536 stems. */
export function encodeThesaurus({ related, opposed }: StemRelations): Uint8Array {
  const stems = [...new Set([...related.keys(), ...opposed.keys()])].sort();
  if (stems.length > maxStems) throw new Error(`${stems.length} stems: expected at most ${maxStems}`);
  const ids = new Map(stems.map((stem, id) => [stem, id]));
  const relations = stems.map((stem) => byId(related.get(stem) ?? new Map(), ids));
  const opposites = stems.map((stem) =>
    byId(new Map([...(opposed.get(stem) ?? [])].map((other) => [other, 1] as const)), ids),
  );
  const text = new TextEncoder().encode(stems.join("\n"));
  const header = {
    stems: stems.length,
    relations: relations.flat().length,
    opposites: opposites.flat().length,
    textBytes: text.length,
  };
  const layout = thesaurusLayout(header);
  const bytes = new Uint8Array(layout.end);
  const { buffer } = bytes;
  bytes.set(new TextEncoder().encode(thesaurusMagic), 0);
  new Uint32Array(buffer, 8, 4).set([header.stems, header.relations, header.opposites, header.textBytes]);
  new Uint32Array(buffer, layout.relationStart, stems.length + 1).set(starts(relations));
  new Uint32Array(buffer, layout.oppositeStart, stems.length + 1).set(starts(opposites));
  new Uint16Array(buffer, layout.related, header.relations).set(relations.flat().map(([id]) => id));
  new Uint16Array(buffer, layout.opposed, header.opposites).set(opposites.flat().map(([id]) => id));
  bytes.set(
    relations.flat().map(([, strength]) => Math.round(100 * strength)),
    layout.strength,
  );
  bytes.set(text, layout.text);
  return bytes;
}

function byId(of: ReadonlyMap<string, number>, ids: ReadonlyMap<string, number>): (readonly [number, number])[] {
  return [...of]
    .flatMap(([stem, strength]) => {
      const id = ids.get(stem);
      return id === undefined ? [] : [[id, strength] as const];
    })
    .sort(([a], [b]) => a - b);
}

function starts(lists: readonly (readonly unknown[])[]): Uint32Array {
  const offsets = new Uint32Array(lists.length + 1);
  for (const [i, { length }] of lists.entries()) offsets[i + 1] = (offsets[i] as number) + length;
  return offsets;
}
