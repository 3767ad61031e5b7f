import { withIndexLock } from "../../src/node/index-lock.ts";

/** A program: `node hold-lock.ts INDEX` takes the lock of an index, says so and keeps it until it is killed. */
await withIndexLock(process.argv[2] ?? "", async () => {
  console.log("held");
  await new Promise((resolve) => setInterval(resolve, 2 ** 30));
});
