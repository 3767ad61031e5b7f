import type { Span } from "../domain/span.ts";

/** A list, known by its identity: its items carry the same object. */
interface ReaderList {
  readonly isOrdered: boolean;
}

/** What a block stands inside of. An item's `number` is null in a list without numbers. */
export type Container =
  | { readonly kind: "quote" }
  | { readonly kind: "item"; readonly list: ReaderList; readonly number: number | null };

export type CellSide = "start" | "center" | "end";

interface BlockPlace {
  /** Where its first line begins, with what marks the block. */
  readonly start: number;
  /** From the outermost to the innermost; neighbours inside the same container share its object. */
  readonly containers: readonly Container[];
}

/** Lines hold words alone: heading marks, bullets, quotation marks of a block and fences lie outside all of them. */
interface Lines {
  readonly lines: readonly Span[];
}

/**
 * A block of a document as the reader page shows it, spans into `Document.text`. `plain` has no markup and keeps its line
 * breaks; `matter` is what a Markdown file says about itself at its top.
 */
export type ReaderBlock = BlockPlace &
  (
    | ({ readonly kind: "plain" | "paragraph" | "matter" } & Lines)
    | ({ readonly kind: "heading"; readonly level: number } & Lines)
    | ({ readonly kind: "code"; readonly info: Span | null } & Lines)
    | { readonly kind: "table"; readonly rows: readonly (readonly Span[])[]; readonly sides: readonly CellSide[] }
    | { readonly kind: "rule" }
  );
