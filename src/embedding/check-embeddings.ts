import { ModelError } from "../domain/errors.ts";
import { unitVector, type Vector } from "../domain/vector.ts";

/**
 * What a model answered -> unit vectors in the same order. Throws a `ModelError` unless there are `count` vectors, all
 * of one dimension (the one stated, if there is one), finite and not zero. One bad element would make every later score
 * of its vector meaningless, so nothing of such an answer is kept.
 */
export function checkEmbeddings(
  embeddings: readonly (readonly number[])[],
  expected: { readonly id: string; readonly count: number; readonly dimension?: number },
): readonly Vector[] {
  const { id, count } = expected;
  const dimension = expected.dimension ?? embeddings[0]?.length ?? 0;
  const refuse = (found: string, wanted: string) => {
    const remedy = "Check that the model is an embedding model, and the same one that built the index.";
    return new ModelError(`${id} answered ${found}; expected ${wanted}. ${remedy}`, { code: "embedder" });
  };
  if (embeddings.length !== count) throw refuse(`${embeddings.length} vectors for ${count} texts`, "one for each");
  return embeddings.map((embedding, i) => {
    const name = `vector ${i + 1} of ${count}`;
    if (embedding.length !== dimension) throw refuse(`${name} with ${embedding.length} elements`, `${dimension}`);
    const bad = embedding.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw refuse(`${name} with ${String(embedding[bad])} as element ${bad}`, "finite numbers");
    const unit = unitVector(embedding);
    if (unit === null)
      throw refuse(`${name} of length zero or beyond measure`, "a vector that can be scaled to length 1");
    return unit;
  });
}
