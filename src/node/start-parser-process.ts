import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

export interface ParserLimits {
  /** Of the JavaScript heap, and on Unix of all that the process allocates. */
  readonly memoryMiB: number;
  /** Processor time of the whole process, on Unix: ends one whose parent was killed while it was busy. */
  readonly cpuSeconds: number;
}

const program = fileURLToPath(new URL("./parser-process.ts", import.meta.url));
/** What Node itself maps before the first file: `ulimit -d` counts it. Measured: 270 MiB run, 560 MiB always start. */
const runtimeKiB = 560 * 1024;

/**
 * Starts `parser-process.ts` with a channel for messages: without the right to write files, to start processes or to
 * read anything but its own code (Node's permission model), without this process's environment, and with limits.
 */
export function startParserProcess({ memoryMiB, cpuSeconds }: ParserLimits): ChildProcess {
  const node = [
    process.execPath,
    "--permission",
    ...codeFolders().map((folder) => `--allow-fs-read=${join(folder, "*")}`),
    "--no-warnings",
    `--max-old-space-size=${memoryMiB}`,
    program,
  ];
  const limits = `ulimit -c 0; ulimit -t ${cpuSeconds}; ulimit -d ${runtimeKiB + memoryMiB * 1024}`;
  const command = process.platform === "win32" ? node : ["/bin/sh", "-c", `${limits}; exec "$0" "$@"`, ...node];
  return spawn(command[0] as string, command.slice(1), {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    env: {},
  });
}

/** This program's folder, and that of its libraries where they are installed elsewhere. */
function codeFolders(): readonly string[] {
  const library = fileURLToPath(import.meta.resolve("yaml"));
  const modules = `${sep}node_modules${sep}`;
  const installed = library.slice(0, library.lastIndexOf(modules) + modules.length - 1);
  return [join(dirname(program), "../.."), installed];
}
