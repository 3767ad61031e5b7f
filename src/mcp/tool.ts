import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import * as z from "zod";
import type { Assistant } from "../domain/assistant.ts";
import { readArguments } from "./read-arguments.ts";

/** Something that a model may have done. Tools only read, and only what is indexed. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** For the model that chooses among tools: what it does, and what its result holds. */
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly inputSchema: { readonly type: "object" };
  /** Throws a `RequestError` for arguments that can't be used, and whatever the assistant fails with. */
  readonly call: (assistant: Assistant, given: unknown, signal: AbortSignal) => Promise<CallToolResult>;
}

/** A tool of a schema that both describes and checks its arguments. */
export function defineTool<Schema extends z.ZodObject>({
  input,
  run,
  ...described
}: Pick<Tool, "name" | "title" | "description"> & {
  readonly input: Schema;
  readonly run: (assistant: Assistant, request: z.output<Schema>, signal: AbortSignal) => Promise<CallToolResult>;
}): Tool {
  const { $schema: _, ...inputSchema } = z.toJSONSchema(input, { io: "input" });
  return {
    ...described,
    inputSchema: { ...inputSchema, type: "object" },
    call: (assistant, given, signal) => run(assistant, readArguments(input, given), signal),
  };
}

/** A result as text for reading, and as JSON for programs: values that JSON can't hold must not be in it. */
export function toolResult(structuredContent: object, ...texts: readonly string[]): CallToolResult {
  return {
    content: texts.map((text) => ({ type: "text", text })),
    structuredContent: structuredContent as Record<string, unknown>,
  };
}
