import type { AppHandler } from "./app-options.ts";

/** A page of which one line is marked. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#9c3a25"/><path fill="#f6f2eb" d="M7 8h18v3H7zM7 21h12v3H7z"/><path fill="#fbe8a6" d="M5 14h22v4H5z"/></svg>`;

/**
 * `GET /favicon.ico`: what browsers ask for on their own and complain of in the console where it is missing. No page links to
 * it, since the policy of the pages forbids images.
 */
export const iconRoute: AppHandler = (c) =>
  c.body(icon, 200, { "content-type": "image/svg+xml", "cache-control": "max-age=86400" });
