import * as z from "zod";

/** A message of JSON-RPC 2.0, as far as a caller of `POST /mcp` has to know; the protocol's own library checks the rest. */
export const mcpMessageSchema = z.looseObject({
  jsonrpc: z.literal("2.0"),
  id: z.exactOptional(z.union([z.string(), z.int()])).meta({ description: "Left out of a notification." }),
  method: z.string().meta({ description: "Such as initialize, tools/list or tools/call." }),
  params: z.exactOptional(z.looseObject({})),
});

/** What it answers; a notification gets 202 without a body. */
export const mcpResponseSchema = z.looseObject({ jsonrpc: z.literal("2.0") });
