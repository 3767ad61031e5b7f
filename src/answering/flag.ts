/** A fact as a number that a network can weigh; what is unknown counts as false. */
export function flag(fact: boolean | undefined): number {
  return fact === true ? 1 : 0;
}
