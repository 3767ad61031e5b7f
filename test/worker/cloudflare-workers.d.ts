declare module "cloudflare:workers" {
  import type { Env } from "../../src/worker/bindings.ts";

  export const env: Env;
  export const exports: { readonly default: { fetch(address: string, init?: RequestInit): Promise<Response> } };
}
