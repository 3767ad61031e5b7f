import type { Assistant } from "../domain/assistant.ts";
import type { Document } from "../domain/document.ts";
import { RequestError } from "../domain/errors.ts";
import { limits } from "../domain/limits.ts";
import type { VerificationStatus, VerifiedSentence } from "../domain/verification.ts";
import type { Finding } from "../grounding/finding.ts";
import { inspectClaim } from "../grounding/inspect-claim.ts";
import { readStatement, type Statement } from "../grounding/statement.ts";
import type { ReadQuestion } from "../retrieval/read-question.ts";
import type { RankedSentence, RetrieverOptions } from "../retrieval/retrieve.ts";
import { judgeClaim } from "./judge-claim.ts";
import { makesClaim } from "./makes-claim.ts";
import { readerLink } from "./reader-link.ts";
import { reportFindings } from "./report-findings.ts";
import { type ClaimSentence, splitClaims } from "./split-claims.ts";

export interface VerifierOptions extends Pick<RetrieverOptions, "generation"> {
  readonly readQuestion: ReadQuestion;
  readonly document: (id: string) => Document | null;
  /** SHA-256 of a document, lower-case hex. */
  readonly hash: (id: string) => string;
}

/** Sentences of the corpus that a claim is held against: those that share most words with it. */
const maxCandidates = 8;
/** Code units before the evidence in its passage from which a name may be completed. */
const maxSurroundings = 2000;
const nothing = readStatement("");

/**
 * Makes what holds any text against one generation: each sentence is searched like a question, then checked against
 * the sentences found, without a model. Deterministic; gives other work a turn between sentences.
 */
export function createVerifier({ generation, readQuestion, document, hash }: VerifierOptions): Assistant["verify"] {
  async function verifySentence(
    { start, end, words }: ClaimSentence,
    text: string,
    given: { readonly signal?: AbortSignal | undefined; readonly collection?: string | undefined },
  ): Promise<VerifiedSentence> {
    const plain = {
      start,
      end,
      text: text.slice(start, end),
      status: "unsupported",
      coverage: 0,
      evidence: [],
    } as const;
    if (words.length > limits.verifySentenceLength) return { ...plain, reason: "too_long", findings: [] };
    const claim = readStatement(words);
    if (!makesClaim(claim)) return { ...plain, reason: "no_claim", findings: [] };
    const { parts } = await readQuestion(words, given);
    const found = nearest(
      claim,
      parts.flatMap(({ retrieval }) => retrieval.sentences),
    );
    const { status, sentences } = judgeClaim(
      claim,
      found.map((ref) => ({
        ref,
        text: ref.text,
        surroundings: surroundingsOf(ref),
        published: document(ref.documentId)?.date ?? null,
      })),
    );
    const [first] = sentences;
    const findings = first?.inspection.findings ?? inspectClaim(claim, nothing, nothing).findings;
    return {
      ...plain,
      status,
      reason: status === "unsupported" ? "not_in_corpus" : null,
      coverage: Math.round((first?.inspection.coverage ?? 0) * 1e4) / 1e4,
      evidence: sentences.map(({ ref }) => show(ref)),
      findings: reportFindings(findings, claim, first?.evidence ?? nothing).map((finding) =>
        place(finding, plain, first?.ref),
      ),
    };
  }

  function surroundingsOf({ chunk, documentId, start }: RankedSentence): string {
    const { heading = [], start: from = start } = generation.chunks[chunk] ?? {};
    const before = document(documentId)?.text.slice(Math.max(from, start - maxSurroundings), start) ?? "";
    return `${heading.join(". ")}. ${before}`;
  }

  function show({ documentId, start, end, text: quote }: RankedSentence) {
    const url = readerLink({ documentId, start, end }, { quote, hash: hash(documentId) });
    return { documentId, title: document(documentId)?.title ?? "", start, end, quote, url };
  }

  return async ({ text, collection }, { signal } = {}) => {
    const claims = splitClaims(text);
    if (claims.length > limits.verifySentences) refuse(claims.length);
    const sentences: VerifiedSentence[] = [];
    for (const claim of claims) {
      signal?.throwIfAborted();
      sentences.push(await verifySentence(claim, text, { signal, collection }));
      await turn();
    }
    const count = (status: VerificationStatus) => sentences.filter((each) => each.status === status).length;
    const summary = {
      supported: count("supported"),
      partial: count("partial"),
      unsupported: count("unsupported"),
      contradicted: count("contradicted"),
    };
    return { sentences, summary, generation: generation.name };
  };
}

/** The candidates that share most of the claim's words, in the order in which they rank. */
function nearest(claim: Statement, sentences: readonly RankedSentence[]): readonly RankedSentence[] {
  const shared = (sentence: RankedSentence) =>
    new Set(sentence.candidate.sentence.words.flatMap(({ term }) => (claim.terms.has(term) ? [term] : []))).size;
  return sentences
    .filter(({ number }, i) => sentences.findIndex((each) => each.number === number) === i)
    .map((sentence, rank) => ({ sentence, rank, shared: shared(sentence) }))
    .sort((a, b) => b.shared - a.shared || a.rank - b.rank)
    .slice(0, maxCandidates)
    .map(({ sentence }) => sentence);
}

/** A finding with its words, and with offsets into the whole text and the document in place of the two sentences. */
function place(
  { kind, claim, evidence, verdict }: Finding,
  sentence: { readonly start: number; readonly text: string },
  ref: RankedSentence | undefined,
): VerifiedSentence["findings"][number] {
  const start = sentence.start + claim.start;
  const words = { start, end: sentence.start + claim.end, text: sentence.text.slice(claim.start, claim.end) };
  if (evidence === null || ref === undefined) return { kind, claim: words, verdict };
  const there = {
    documentId: ref.documentId,
    start: ref.start + evidence.start,
    end: ref.start + evidence.end,
    text: ref.text.slice(evidence.start, evidence.end),
  };
  return { kind, claim: words, evidence: there, verdict };
}

function refuse(count: number): never {
  const detail = `holds ${count} sentences; at most ${limits.verifySentences} are verified at once`;
  throw new RequestError(422, `/text: ${detail}`, [{ pointer: "/text", detail }]);
}

/** A turn of the event loop: a long text must not hold up those who ask meanwhile. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
