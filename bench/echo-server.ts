import { Hono } from "hono";
import { readBody } from "../src/http/read-body.ts";
import { startServer } from "../src/node/serve.ts";

// The HTTP stack with no work behind it: what a JSON body costs to take and to give back.

const app = new Hono();
app.post("/echo", async (c) => c.json((await readBody(c.req.raw)) as object));
const server = await startServer({ app, host: "127.0.0.1", port: 0 });
console.log(JSON.stringify({ url: server.url }));
process.once("SIGTERM", () => void server.close());
