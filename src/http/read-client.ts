import type { AppContext } from "./app-options.ts";

/** Who sent a request, as far as it can be known. */
export interface Client {
  /** An address; an IPv6 client is its /64 network, since one machine has all of it to choose from. */
  readonly address: string;
  /** Whether it is this machine. A request that a proxy here passed on is not, even where the proxy isn't trusted. */
  readonly isLoopback: boolean;
}

/**
 * The client of a request: the other end of the socket or, behind `trustedHops` proxies, what the outermost of them wrote
 * into `X-Forwarded-For`. What stands further left was written by the caller and is never believed.
 */
export function readClient(c: AppContext, trustedHops: number): Client {
  const socket = c.env?.remoteAddress ?? "unknown";
  const header = c.req.header("x-forwarded-for");
  const forwarded = header?.split(",").at(-trustedHops)?.trim() ?? "";
  const isCounted = trustedHops > 0 && header !== undefined && header.split(",").length >= trustedHops;
  const address = networkOf((isCounted ? plainAddress(forwarded) : null) ?? socket);
  const isPassedOn = header !== undefined || c.req.header("forwarded") !== undefined;
  return { address, isLoopback: isLoopback(address) && (isCounted || !isPassedOn) };
}

/** `1.2.3.4:567` and `[::1]:567` without their port; null for what is no address. */
function plainAddress(text: string): string | null {
  const address = /^\[(?<v6>[^\]]+)\](?::\d+)?$/u.exec(text)?.groups?.v6 ?? text.replace(/^([\d.]+):\d+$/u, "$1");
  return /^\d{1,3}(?:\.\d{1,3}){3}$|^[\da-f:.]*:[\da-f:.]*$/iu.test(address) ? address : null;
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(?<v4>\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.groups?.v4;
  if (mapped !== undefined) return mapped;
  if (!address.includes(":") || address === "::1") return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const start = head.split(":").filter((group) => group !== "");
  const end = (tail ?? "").split(":").filter((group) => group !== "");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  const groups = [...start, ...Array<string>(zeros).fill("0"), ...end];
  const first = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/u, ""));
  return `${first.join(":")}::/64`;
}

function isLoopback(address: string): boolean {
  return address === "::1" || /^127(?:\.\d{1,3}){3}$/u.test(address);
}
