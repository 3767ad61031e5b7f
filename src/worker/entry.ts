import { createWorker } from "./create-worker.ts";

/** What Cloudflare's runtime calls for each request. */
export default createWorker();
