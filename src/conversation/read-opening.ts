/** What stands before a question in a conversation, and what it says of the tie to the turn before. */
export interface Opening {
  /** The question without it. */
  readonly rest: string;
  /** A new topic was announced ("Never mind. ..."). */
  readonly fresh: boolean;
  /** "And ...", "But ...": it goes on with the same topic. */
  readonly linked: boolean;
  /** What the question says it is about before it begins ("Back to the bridge: ..."); null for none. */
  readonly topic: string | null;
  /** "What about ...": what follows names a thing and asks nothing new. */
  readonly names: boolean;
}

const courtesy =
  /^(?:(?:ok(?:ay)?|thanks(?: a lot)?|thank you(?: very much)?|great|good|nice|i see|interesting|cool|hm+|well|right|alright|got it|perfect|yes|please)(?=[\s,.!;:])[\s,.!;:-]*)+/iu;
const freshStart =
  /^(?:never ?mind(?: that| it)?|forget (?:that|it|about (?:that|it))|(?:a )?(?:new|different|another|other|unrelated) (?:topic|question|subject)|(?:on to|let['’]s move on to) something else|(?:changing|to change|let['’]s change) (?:the )?(?:topic|subject)|something else)\s*[.,:;!—–-]+\s*/iu;
const link = /^(?:(?:and|but|or|so|also|then|plus)\b[\s,]*)+/iu;
const naming =
  /^(?:(?:what|how) about|what of|(?:and )?(?:is it |is that )?the same (?:question )?(?:for|with|about|in)|same (?:for|with|in))\s+/iu;
/** "Is it the same for managers?" asks the question before again, for managers. */
const sameFor = /\bsame (?:question )?(for|with|in)\s/iu;
const topicLead =
  /^(?:(?:going |coming |returning )?back to|returning to|as for|as to|about|regarding|concerning|with regard to|speaking of|(?:what|how) about|i meant|i mean)\s+([^?:;,.]{2,80})[?:;,.]\s*(?=(?:(?:in|on|at|by|for|from|since|to|of|with)\s+)?(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|does|do|did|has|have|can|could|will)\b)/iu;

/** Takes the opening off a question. An opening with nothing behind it stays. */
export function readOpening(question: string): Opening {
  const text = question.trim();
  const plain = { fresh: false, linked: false, topic: null, names: false } as const;
  const polite = cut(text, courtesy);
  const renewed = cut(polite, freshStart);
  if (renewed !== polite) return { ...plain, rest: cut(renewed, link), fresh: true };
  const unlinked = cut(polite, link);
  const linked = unlinked !== polite;
  const led = topicLead.exec(unlinked);
  if (led !== null) return { ...plain, rest: unlinked.slice(led[0].length), linked, topic: (led[1] as string).trim() };
  const named = cut(unlinked, naming);
  const alike = !/\p{Lu}/u.test(named) ? sameFor.exec(unlinked) : null;
  if (alike !== null) return { ...plain, rest: `${alike[1]} ${named}`, linked, names: true };
  return { ...plain, rest: named, linked, names: named !== unlinked };
}

function cut(text: string, pattern: RegExp): string {
  const rest = text.replace(pattern, "");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}
