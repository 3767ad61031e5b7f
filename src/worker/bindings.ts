/** The part of Cloudflare's runtime that the Worker uses, as wrangler.toml sets it up. */
export interface Env {
  readonly ASSETS: AssetsBinding;
  /** Sites that may embed the widget, as exact origins separated by commas or spaces. Default: none. */
  readonly ANNALIST_ORIGINS?: string;
}

/** Static assets of the deployment; only the path of an address counts. */
export interface AssetsBinding {
  fetch(address: string): Promise<Response>;
}

/** What belongs to one request. */
export interface WorkerContext {
  /** Keeps work going after the response was sent or the caller left. */
  waitUntil(work: Promise<unknown>): void;
}
