interface AskRequest {
  readonly question: string;
  readonly history?: readonly { readonly role: "user" | "assistant"; readonly content: string }[];
  readonly explain?: boolean;
}

/** Questions about the chronicle, of every kind that retrieval and answering treat differently, two of them explained. */
export const requests: readonly AskRequest[] = [
  { question: "At what time does the Fuxing High Speed Railway train depart for Xiong'an every day?" },
  { question: "When was the article released?" },
  { question: "Which press service put this story out?" },
  { question: "xiong'an forest cover" },
  { question: "How many sqaure kilometers does the Beijing Tianjn Hebei city cluster cover?", explain: true },
  { question: "What share of surface water sections in the region was of grade I-III in 2013?" },
  { question: 'What are the "four systems" that run throughout Xiong\'an?' },
  {
    question: "And in 2022?",
    history: [
      { role: "user", content: "How many TEUs did the Port of Tianjin handle in 2021?" },
      {
        role: "assistant",
        content: "In 2021, the Port of Tianjin will exceed 20 million TEUs for the first time. [1]",
      },
    ],
  },
  { question: "How much does a ticket for the Fuxing train from Beijing West to Xiong'an cost?", explain: true },
  { question: "<script>alert('x')</script> 🚢 how many boxes fit on the \"Modern Copenhagen\"?" },
];

/** The options of a `POST /ask`. */
export function askBody(request: AskRequest): { method: "POST"; headers: Record<string, string>; body: string } {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(request) };
}

/** A response's answer without what differs between any two runs. */
export async function comparable(response: Response): Promise<Readonly<Record<string, unknown>>> {
  if (response.status !== 200)
    throw new Error(`POST /ask was answered with ${response.status}: ${await response.text()}`);
  const {
    id: _id,
    timings: _timings,
    generation: _generation,
    ...answer
  } = (await response.json()) as Record<string, unknown>;
  return answer;
}
