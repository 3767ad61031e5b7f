import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";

/** True where `installBrowser` can work: Debian or a system made from it, as root. */
export function canInstallBrowser(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

/** Installs Debian's Chromium; throws with what apt-get said. */
export function installBrowser(): void {
  aptGet("update");
  aptGet("install", "-y", "--no-install-recommends", "chromium");
}

function aptGet(...words: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", words, { env, stdio: ["ignore", "pipe", "pipe"], timeout: 300_000 });
}
