/** A case file with its corpus; `weight` keeps a large set from drowning the others. */
export interface Source {
  readonly name: string;
  readonly cases: string;
  readonly corpus: string;
  readonly weight: number;
}

/** The development sets, by folder below `data`, and the project's own cases. */
export function trainingSources(data: string): readonly Source[] {
  const shared = (name: string, corpus: string, weight: number): Source => ({
    name,
    cases: `${data}/${name}/cases.jsonl`,
    corpus: `${data}/${corpus}/corpus`,
    weight,
  });
  const own = (name: string, corpus: string, weight: number): Source => ({
    name,
    cases: `eval/cases/${name}.jsonl`,
    corpus,
    weight,
  });
  return [
    shared("xquad-dev", "xquad-dev", 1),
    shared("qa-dev", "xquad-dev", 2.5),
    shared("qa-train", "qa-train", 2.5),
    shared("squad2-dev", "squad2-dev", 0.5),
    shared("nq-dev", "nq-dev", 0.4),
    own("chronicle", "corpus", 1),
    ...["household", "workplace", "reference", "encyclopaedia", "news"].map((name) =>
      own(name, `eval/corpora/${name}`, 1),
    ),
  ];
}
