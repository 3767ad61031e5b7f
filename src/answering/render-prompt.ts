import { ConfigurationError } from "../domain/errors.ts";
import { type Prompt, slotPattern } from "./prompt.ts";

/** A prompt as it goes out. */
export interface RenderedPrompt {
  readonly instructions: string;
  readonly message: string;
}

/**
 * Puts each value into its slot. All slots are filled in one pass, so that a value which looks like a slot stays as it
 * is. Throws a `ConfigurationError` where values and slots are not the same names.
 */
export function renderPrompt(prompt: Prompt, values: Readonly<Record<string, string>>): RenderedPrompt {
  const problems = [
    ...prompt.slots.filter((slot) => !Object.hasOwn(values, slot)).map((slot) => `no value for the slot "${slot}"`),
    ...Object.keys(values)
      .filter((name) => !prompt.slots.includes(name))
      .map((name) => `a value for "${name}", which is no slot; it has ${prompt.slots.join(", ")}`),
  ];
  if (problems.length > 0) throw new ConfigurationError(problems.map((problem) => `Prompt ${prompt.name}: ${problem}`));
  const message = prompt.message.replace(slotPattern, (_, slot: string) => values[slot] as string);
  return { instructions: prompt.instructions, message };
}
