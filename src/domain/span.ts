/** A half-open range of UTF-16 code units, `start <= i < end`, into `Document.text` unless a field says otherwise. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
