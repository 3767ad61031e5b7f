import type { Turn } from "../../src/domain/question.ts";

/** "What is asked? -> what is answered" as two turns; without an arrow, a question alone. */
export function turns(...exchanges: readonly string[]): readonly Turn[] {
  return exchanges.flatMap((exchange) => {
    const [question = "", answer] = exchange.split(" -> ");
    const user: Turn = { role: "user", content: question };
    return answer === undefined ? [user] : [user, { role: "assistant", content: `${answer} [1]` }];
  });
}
