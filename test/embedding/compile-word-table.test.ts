import { describe, expect, it } from "vitest";
import { dot, unitVector } from "../../src/domain/vector.ts";
import { compileWordTable } from "../../src/embedding/compile-word-table.ts";
import { principalComponents } from "../../src/embedding/principal-components.ts";
import { createSifWeighting } from "../../src/embedding/sif-weighting.ts";
import { weightedOuterSum } from "../../src/embedding/weighted-moments.ts";

const dimension = 6;
const size = 50;

/** The minimal standard generator of Park and Miller, 0 to 1. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function randomRows() {
  const random = seededRandom(7);
  const rows = Array.from({ length: size }, () =>
    unitVector(Array.from({ length: dimension }, (_, i) => random() - 0.5 + (i === 2 ? 0.2 : 0))),
  );
  return { dimension, values: Float32Array.from(rows.flatMap((row) => [...(row ?? [])])) };
}

/** What the closed form of the sentence component stands for: many sentences, drawn word by word, and averaged. */
function sampledSentenceComponent(vectors: ReturnType<typeof randomRows>, sentences: number): Float64Array {
  const { probability, weight } = createSifWeighting(size);
  const random = seededRandom(11);
  const draw = () => {
    let rest = random();
    for (let rank = 0; rank < size; rank++) {
      rest -= probability(rank);
      if (rest < 0) return rank;
    }
    return size - 1;
  };
  const averages = new Float32Array(sentences * dimension);
  for (let sentence = 0; sentence < sentences; sentence++) {
    for (let word = 0; word < 20; word++) {
      const rank = draw();
      for (let i = 0; i < dimension; i++) {
        (averages[sentence * dimension + i] as number) +=
          (weight(rank) * (vectors.values[rank * dimension + i] as number)) / 20;
      }
    }
  }
  const moment = weightedOuterSum({ values: averages, dimension }, new Float64Array(sentences).fill(1 / sentences));
  return principalComponents(moment, 1)[0] as Float64Array;
}

describe("compileWordTable", () => {
  const vectors = randomRows();
  const table = compileWordTable(
    Array.from({ length: size }, (_, i) => `w${i}`),
    vectors,
  );

  it("finds the direction that sampled sentences have in common, without sampling", () => {
    const sampled = sampledSentenceComponent(vectors, 5000);
    expect(Math.abs(dot(table.sentenceComponent, sampled))).toBeGreaterThan(0.99);
  });

  it("takes the mean of the vectors, and components around it", () => {
    const column = (i: number) =>
      Array.from({ length: size }, (_, row) => vectors.values[row * dimension + i] as number);
    const mean = Array.from({ length: dimension }, (_, i) => column(i).reduce((sum, value) => sum + value, 0) / size);
    expect([...table.mean]).toEqual(mean.map((value) => expect.closeTo(value, 6)));
    expect(table.principal.length).toBe(3 * dimension);
    const variance = (direction: Float32Array) => {
      const lengths = Array.from({ length: size }, (_, row) => {
        const start = row * dimension;
        return dot(vectors.values.subarray(start, start + dimension), direction) - dot(mean, direction);
      });
      return lengths.reduce((sum, length) => sum + length * length, 0) / size;
    };
    const first = variance(table.principal.subarray(0, dimension));
    for (let i = 0; i < dimension; i++) {
      const axis = new Float32Array(dimension);
      axis[i] = 1;
      expect(first).toBeGreaterThanOrEqual(variance(axis));
    }
  });
});
