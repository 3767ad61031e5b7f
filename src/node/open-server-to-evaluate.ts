import { type Client, createClient } from "../client/create-client.ts";
import type { Server } from "../client/send-request.ts";
import { documentIds } from "../corpus/document-id.ts";
import { ConfigurationError } from "../domain/errors.ts";
import { remoteSource } from "./answer-source.ts";
import { explainClientError } from "./explain-client-error.ts";
import { listCorpus } from "./list-corpus.ts";
import type { EvaluatedAssistant } from "./open-eval-sets.ts";

/**
 * A running server as the evaluation sees an assistant. The texts are the server's own; the names of their files, which it
 * does not tell and which put a case into a half, come from the corpus here. Throws a `ConfigurationError` where the server
 * can't be asked, or has a document that is none of that corpus.
 */
export async function openServerToEvaluate(server: Server, corpusDir: string): Promise<EvaluatedAssistant> {
  const client = createClient(server);
  try {
    const [{ embedder, answerer }, texts, pathOf] = await Promise.all([
      client.ready(),
      readTexts(client),
      createPathFinder(corpusDir),
    ]);
    const documents = new Map(
      [...texts].map(([id, text]) => {
        const path = pathOf(id);
        if (path !== null) return [id, { path, text }];
        throw new ConfigurationError([
          `${server.url} serves the document ${JSON.stringify(id)}, which is no file of ${corpusDir}: it serves another corpus than that of the cases`,
        ]);
      }),
    );
    return {
      embedder,
      answerer,
      ask: remoteSource(client, server.url).ask,
      documents: () => [...documents.keys()].map((id) => ({ id })),
      document: (id) => documents.get(id) ?? null,
    };
  } catch (error) {
    throw explainClientError(error, server.url);
  }
}

async function readTexts(client: Client): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const { id } of await client.documents()) texts.set(id, (await client.document(id)).text);
  return texts;
}

/** The file of a document's id: a file of one document has its id, the rows of a file have its id before their own. */
async function createPathFinder(corpusDir: string): Promise<(id: string) => string | null> {
  const { sources } = await listCorpus(corpusDir);
  const ids = documentIds(sources.map(({ path }) => ({ path, keys: [null] })));
  const paths = new Map(sources.map(({ path }, i) => [ids[i]?.[0] as string, path]));
  return (id) => {
    for (let end = id.length; end > 0; end = id.lastIndexOf("-", end - 1)) {
      const path = paths.get(id.slice(0, end));
      if (path !== undefined) return path;
    }
    return null;
  };
}
