import { RequestError } from "../domain/errors.ts";
import { limits } from "../domain/limits.ts";
import { findJsonError } from "./find-json-error.ts";
import { measureJsonDepth } from "./measure-json-depth.ts";
import { readBytes } from "./read-bytes.ts";

/**
 * The JSON value of a request's body. The bytes are counted here, whatever `Content-Length` says, and decoded strictly.
 * Throws `RequestError`: 415 for another format, 413 over 64 KiB, 400 for bad UTF-8, bad JSON or nesting deeper than 32.
 */
export async function readBody(request: Request): Promise<unknown> {
  checkFormat(request.headers);
  const text = decodeUtf8(await readBytes(request));
  const depth = measureJsonDepth(text);
  if (depth > limits.jsonDepth) {
    throw new RequestError(400, `The body nests ${depth} levels deep; at most ${limits.jsonDepth} are taken.`);
  }
  return parseJson(text);
}

function checkFormat(headers: Headers): void {
  const contentType = headers.get("content-type");
  if (contentType === null) throw new RequestError(415, "No Content-Type was given; send application/json.");
  const [mediaType = "", ...parameters] = contentType.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length);
  if (mediaType !== "application/json") {
    throw new RequestError(415, `The body is ${JSON.stringify(mediaType)}; send application/json.`);
  }
  if (charset !== undefined && !/^"?utf-?8"?$/u.test(charset)) {
    throw new RequestError(415, `The body's charset is ${charset}; send UTF-8.`);
  }
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity") {
    throw new RequestError(415, `The body's Content-Encoding is ${JSON.stringify(encoding)}; send it as it is.`);
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RequestError(400, "The body is not valid UTF-8; send JSON encoded as UTF-8.");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, `The body is not valid JSON${describePlace(text)}.`);
  }
}

function describePlace(text: string): string {
  const error = findJsonError(text);
  if (error === null) return "";
  const end = error.position === text.length ? ", but the text ends" : "";
  return ` at position ${error.position} (line ${error.line}, column ${error.column}): expected ${error.expected}${end}`;
}
