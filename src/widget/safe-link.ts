/**
 * The address that a citation links to, or null when there is none that is safe to offer. A citation's URL belongs to the
 * server that was asked: it is taken relative to that server's base, which must be http or https, and may not leave its origin.
 */
export function safeLink(url: string, endpoint: string, pageUrl: string): string | null {
  if (url === "") return null;
  try {
    const base = new URL(endpoint === "" ? "/" : `${endpoint.replace(/\/+$/u, "")}/`, pageUrl);
    const link = new URL(url.replace(/^[/\\]+/u, ""), base);
    const isWeb = link.protocol === "https:" || link.protocol === "http:";
    return isWeb && link.origin === base.origin && link.username === "" && link.password === "" ? link.href : null;
  } catch {
    return null;
  }
}
