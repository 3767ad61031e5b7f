/**
 * The server-sent events format (WHATWG HTML, "Parsing an event stream"): bytes come in, the `data` of each event goes out.
 * Tolerates any split of the bytes, LF, CR and CRLF, comments and fields it doesn't know; an event that was cut off is dropped.
 */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = createEventStreamParser();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield* parse(decoder.decode(value, { stream: true }));
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Takes the text piece by piece and returns the data of the events that each piece completes. */
export function createEventStreamParser(): (text: string) => string[] {
  let unfinishedLine = "";
  let afterCarriageReturn = false;
  let data: string[] = [];
  return (piece) => {
    if (piece === "") return [];
    const text = afterCarriageReturn && piece.startsWith("\n") ? piece.slice(1) : piece;
    afterCarriageReturn = text.endsWith("\r");
    const lines = (unfinishedLine + text).split(/\r\n|\n|\r/u);
    unfinishedLine = lines.pop() ?? "";
    const events: string[] = [];
    for (const line of lines) {
      if (line === "") {
        if (data.length > 0) events.push(data.join("\n"));
        data = [];
      } else if (line === "data" || line.startsWith("data:")) {
        data.push(line.slice(5).replace(/^ /u, ""));
      }
    }
    return events;
  };
}
