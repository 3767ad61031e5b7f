import type { Span } from "../domain/span.ts";

const you =
  "(?:can|could|would|will|might|may) (?:you|someone|anyone|somebody|anybody) (?:please |kindly |possibly |perhaps |maybe )?";
const telling =
  "(?:(?:tell|inform|remind|show) (?:me|us)|let (?:me|us) know|explain(?: to (?:me|us))?|say|clarify|find out|look up|help (?:me|us) (?:to )?(?:find out|understand|figure out|remember|out)(?: with)?)";
/** What asks to be told, before the question itself. */
const leads = [
  `(?:please |kindly |just |now )?${telling}`,
  `(?:please )?${you}${telling}`,
  `(?:(?:whether|if) )?(?:you|someone|anyone) (?:could|can|might|would|may)(?: please| kindly| possibly)? ${telling}`,
  "(?:do|does|would|might) (?:you|anyone|anybody|someone) (?:happen to |by any chance )?know",
  "(?:whether|if) (?:you|anyone) (?:might |would |happen to )*knows?",
  "(?:would|do) you mind (?:telling (?:me|us)|explaining)",
  "(?:i|we)(?:'d| would)? (?:just |really |only |also )?(?:want|wanted|need|needed|like|love|wish|hope|hoped)(?: to)? (?:know|ask(?: you)?|find out|learn|understand|figure out)",
  "(?:i|we)(?:'m| am| was| were)? (?:just |really )?(?:trying|hoping|looking) to (?:know|find out|learn|understand|figure out)",
  "(?:i|we)(?:'m| am| was| were|'ve been| have been)? (?:just |also |really |always |quite )*(?:curious|wondering|interested)(?: (?:to know|in knowing|as to))?",
  "(?:i|we) (?:just |always |often )?wonder(?:ed)?",
  "(?:i|we)(?:'d| would) (?:be (?:very |so |most )?(?:grateful|thankful|glad|happy)|appreciate it) if (?:you|someone) (?:could|can|would) (?:please )?" +
    telling,
  "(?:any|some) idea",
  "(?:my|the|a|one|another|here'?s (?:my|a))? ?(?:quick |small |simple |short )?question(?: is| for you)?",
  "i have (?:got )?(?:a|one|another) (?:quick |small |simple |short )?question(?: for you)?",
  "what (?:i|we)(?:'d| would)? (?:really )?(?:want|like|need)(?: to know)? is",
].join("|");

const questionAhead =
  "(?:(?:exactly |roughly |approximately )?(?:(?:in|on|at|by|for|from|to|of|with|since|until|after|before|within|during|under|over|between|into|around|about|through|as) )?(?:who|whom|whose|what|which|when|where|why|how)\\b|whether\\b|if\\b)";
const about = "(?:about |exactly |please )?";
const leadPattern = `(?:${leads})(?: please)?(?:,? by any chance)?[,:;]? ${about}(?=${questionAhead}|(?:the|a|an|its|their) \\p{L}|(?:please |${you}|(?:do|does|would) you ))`;

const greeting =
  /^(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|dear (?:all|team|sir|madam|friend|assistant))(?: (?:there|all|everyone|everybody|team|folks|friend|again|sir|madam))*(?:\s*[,!.:–—-]+\s*|\s+(?=(?:i|i'm|can|could|would|will|do|please|who|what|when|where|why|how|which)\b)|$)/iu;
const interjection =
  /^(?:(?:well|um+|uh+|hmm+|er+|oh|please|excuse me|pardon me|by the way|btw|quick one|here goes|sorry to (?:bother|disturb|trouble) you(?: again)?|(?:please |just )?(?:answer|tell)(?: me| us)?(?: this| the following)?(?: question)?)\s*[,!.…:–—-]+\s*(?:but )?|(?:sorry|apologies|forgive me) (?:if|for|that|but)\b[^.?!,]{0,80},? but )/iu;
const lead = new RegExp(`^(?:(?:and|so|but|then|also|now),? )?${leadPattern}`, "iu");
const inside = new RegExp(
  `(?:\\s{0,4}[,;:–—-]{1,4}\\s{1,4}|\\s)(?:(?:and|so|but|because|anyway)[, ]+)?${leadPattern}`,
  "iu",
);
const colon = new RegExp(
  `\\s{0,4}:\\s{1,4}(?=${questionAhead}|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should) )`,
  "iu",
);

const grateful =
  "(?:please and )?(?:many |much )?(?:thanks|thank you|thankyou|thx|cheers|much appreciated|much obliged|i(?:'d| would)? (?:really |very much )?appreciate (?:it|your help|any help)|any help (?:is|would be) (?:much |greatly )?appreciated|(?:kind |best |warm )?regards|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend)|please help(?: me)?|please)(?: (?:so much|very much|a lot|a million|again|in advance|ever so much|kindly|for (?:your|the|any) (?:help|time|answer|assistance|reply)|everyone|all|guys|you))*";
const filler =
  "(?:(?:can|could|would) you (?:please )?(?:help|assist)(?: me| us)?(?: out| with (?:this|that|something|a question))*(?: please)?|(?:can|could|would) you (?:please )?answer (?:this|that|me|my question|a question)(?: for me| please)*|i have (?:got )?(?:a|one|another) (?:quick |small |simple |short )?question(?: for you)?|i need (?:some |your )?help(?: with this)?|(?:i )?hope (?:you(?:'re| are)|this finds you|all is|everything is) (?:doing )?(?:well|fine|good)|how are you(?: doing| today)*|nice to meet you|hope that makes sense|just (?:curious|wondering|asking))";
/** A sentence that only thanks or opens a talk. */
export const courtesy = new RegExp(`^(?:${grateful}|${filler})[\\s.!?,;:)-]*$`, "iu");
/** Thanks at the end of a sentence, from the punctuation mark before them. */
export const thanksAfterComma = new RegExp(`\\s{0,4}[,;–—-]{1,4}\\s{0,4}(?:and )?${grateful}[\\s.!?]*$`, "iu");

/** How many code units a sentence begins with that greet or ask to be told, and whether it asks to be told. */
export function withoutOpening(text: string): { readonly length: number; readonly asked: boolean } {
  let length = 0;
  let asked = false;
  // Each round takes words away, and nobody stacks more phrases than this.
  for (let round = 0; round < 8; round++) {
    const rest = text.slice(length);
    const isLead = lead.exec(rest);
    const cut = (greeting.exec(rest) ?? interjection.exec(rest) ?? isLead)?.[0].length ?? 0;
    if (cut === 0) break;
    asked ||= isLead !== null;
    length += cut;
  }
  return { length, asked };
}

/** Where inside a sentence, behind something else, the asking to be told begins and ends; null where it does not. */
export function leadInside(text: string): Span | null {
  const match = inside.exec(text) ?? colon.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
