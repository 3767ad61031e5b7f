import { questionLimits } from "./question.ts";

/**
 * Every bound of the server with its default. An operator sets those that name a variable; the others stand, since a
 * caller is written against them.
 */
export const limits = {
  /** Of a request, counted as the bytes arrive, whatever `Content-Length` says. */
  bodyBytes: 64 * 1024,
  /** How deep objects and arrays may nest. */
  jsonDepth: 32,
  /** Of a question after NFC and trimming. */
  questionCodePoints: questionLimits.maxCodePoints,
  /** Of one earlier message. */
  turnCodePoints: questionLimits.maxTurnCodePoints,
  historyTurns: questionLimits.maxTurns,
  /** Of a text to verify, and how many sentences it may have. */
  verifyCodePoints: 20_000,
  verifySentences: 100,
  /** UTF-16 code units of a sentence that is verified; a longer one is a table or worse, and is not looked up. */
  verifySentenceLength: 2000,
  /** Of a comment on an answer, and of the file that holds them all; what would not fit is refused. */
  commentCodePoints: 2000,
  feedbackFileBytes: 64 * 1024 * 1024,
  /** Until all headers are there. Node's own default keeps a slow socket for 90 s; these close it within 16 s. */
  headersTimeoutMs: 10_000,
  /** Until the whole request is there. */
  requestTimeoutMs: 15_000,
  /** Between two looks for connections that are over those times. */
  timeoutCheckMs: 1_000,
  /** Without a byte in either direction on a connection with a request under way: a reader that stalls is let go. */
  stalledSocketMs: 120_000,
  /** `ANNALIST_MAX_CONNECTIONS`: open at once; one more is closed unread. */
  connections: 1024,
  /** `ANNALIST_MAX_QUESTIONS`: in work at once. Only a model answers several at a time; our own answers take turns. */
  questionsInWork: 32,
  /** `ANNALIST_QUEUE_MS`: the longest a question waits to be begun; after that it gets 503. */
  queueWaitMs: 250,
  /** Of the 503 that a question gets which waited too long. */
  busyRetrySeconds: 1,
  /** Bytes of an answer kept for a reader that is slower than the answer; its question is out of work by then. */
  streamAheadBytes: 256 * 1024,
  /** `ANNALIST_RATE_LIMIT`: posts a minute from one client; 0 turns it off. Loopback is never limited. */
  requestsPerMinute: 60,
  /** Clients that the rate limit remembers; the one that was silent longest is forgotten first. */
  clientsRemembered: 10_000,
  /** `ANNALIST_TRUSTED_HOPS`: proxies in front whose `X-Forwarded-For` is believed. */
  trustedHops: 0,
  /** That questions under way get when the server is told to end. */
  closeGraceMs: 7_000,
  /** After that, for streams to tell their readers. With the time before, well under the 10 s a service manager waits. */
  closeNoticeMs: 1_000,
} as const;
