import { expect, it } from "vitest";
import { trecqaTable } from "../../train/trecqa.ts";
import { shippedModels } from "../build-generation.ts";

const head = "qtext,label,atext";

/** The cells of the line for questions with a right sentence: name, n, MAP and MRR of BM25 and of the ranker. */
async function figures(...rows: readonly string[]): Promise<readonly string[]> {
  const table = await trecqaTable([head, ...rows].join("\n"), shippedModels());
  return (table.split("\n")[2] ?? "").split(" | ");
}

it("gains nothing from the order of the file, which lists right sentences first", async () => {
  const [, n, map, , mrr] = await figures("Who sang ?,1,Zebras graze .", "Who sang ?,0,Apples ripen .");
  expect([n, map, mrr]).toEqual(["1", "0.500", "0.500"]);
});

it("ranks the sentences of one question among themselves", async () => {
  const [, n, ...rest] = await figures(
    "Who sang Norma ?,1,Maria Callas sang Norma in London .",
    "Who sang Norma ?,0,The harbour closed .",
    "Who built the bridge ?,1,The bridge was built by Ove Arup .",
    "Who built the bridge ?,0,Norma was sung by Maria Callas .",
    "Who left ?,0,Nobody knows .",
  );
  expect([n, ...rest.map((cell) => cell.replace(" |", ""))]).toEqual(["2", "1.000", "1.000", "1.000", "1.000"]);
});
