import { readFile } from "node:fs/promises";

/** A process that outlives its number: pids are given again, the start time of a process is not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Boot id and start time in clock ticks on Linux; null where the system does not tell. */
  readonly start: string | null;
}

export async function identifyProcess(pid: number): Promise<ProcessIdentity> {
  return { pid, start: (await readProcess(pid))?.start ?? null };
}

/** Whether that very process still runs; a zombie does not, nor does a newer process with its pid. */
export async function isRunning({ pid, start }: ProcessIdentity): Promise<boolean> {
  if (!hasPid(pid)) return false;
  const found = await readProcess(pid);
  if (found === null) return true;
  return !found.ended && (start === null || found.start === start);
}

function hasPid(pid: number): boolean {
  // 0 and below mean a group of processes.
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it runs, under another user.
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** State and start time from /proc (proc_pid_stat(5), fields 3 and 22); null where it can't be read. */
async function readProcess(pid: number): Promise<{ readonly ended: boolean; readonly start: string } | null> {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, "utf8"),
      readFile("/proc/sys/kernel/random/boot_id", "utf8"),
    ]);
    // The second field, the command, may hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { ended: /^[ZXx]/u.test(fields[0] ?? ""), start: `${boot.trim()} ${fields[19]}` };
  } catch {
    return null;
  }
}
