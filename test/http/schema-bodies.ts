import fc from "fast-check";
import { resolveSchema, type Schema, schemaProblems } from "./json-schema-check.ts";

/** Values of a field by its name, for what a schema can't say: which collections there are. */
export type KnownFields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** White space alone fits a schema's `minLength`, and our rules trim it away. */
const text = (schema: Schema) =>
  fc
    .string({
      unit: "binary",
      minLength: (schema.minLength as number) ?? 0,
      maxLength: Math.min((schema.maxLength as number) ?? 40, 40),
    })
    .filter((value) => value.isWellFormed() && value.normalize("NFC").trim() !== "");

/** Bodies that fit a schema, optional fields now there and now not. */
export function fittingBodies(schema: Schema, root: object, known: KnownFields = {}): fc.Arbitrary<unknown> {
  const resolved = resolveSchema(schema, root);
  const again = (each: Schema) => fittingBodies(each, root, known);
  const choices = (resolved.anyOf ?? resolved.oneOf) as Schema[] | undefined;
  if (choices !== undefined) return fc.oneof(...choices.map(again));
  if (Array.isArray(resolved.type)) return fc.oneof(...resolved.type.map((type) => again({ ...resolved, type })));
  if (resolved.examples !== undefined) return fc.constantFrom(...(resolved.examples as unknown[]));
  if (Object.hasOwn(resolved, "const")) return fc.constant(resolved.const);
  if (resolved.enum !== undefined) return fc.constantFrom(...(resolved.enum as unknown[]));
  switch (resolved.type) {
    case "object": {
      const properties = Object.entries((resolved.properties ?? {}) as Record<string, Schema>);
      const fields = Object.fromEntries(properties.map(([name, each]) => [name, known[name] ?? again(each)]));
      return fc.record(fields, { requiredKeys: (resolved.required ?? []) as string[] });
    }
    case "array": {
      const minLength = (resolved.minItems as number) ?? 0;
      return fc.array(again(resolved.items as Schema), { minLength, maxLength: Math.max(minLength, 3) });
    }
    case "string":
      return text(resolved);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "integer":
      return fc.integer({
        min: (resolved.minimum as number) ?? 0,
        max: Math.min((resolved.maximum as number) ?? 99, 99),
      });
    case "number":
      return fc.double({ min: resolved.minimum as number, max: resolved.maximum as number, noNaN: true });
    default:
      throw new Error(`no body for ${JSON.stringify(resolved)}`);
  }
}

export interface BrokenBody {
  readonly what: string;
  readonly body: unknown;
}

/** A fitting body with one field broken, in every way in which its schema lets a field be broken. */
export function brokenBodies(schema: Schema, body: unknown, root: object): readonly BrokenBody[] {
  return breaks(schema, body, root, "").filter((each) => schemaProblems(schema, each.body, root).length > 0);
}

function breaks(schema: Schema, value: unknown, root: object, at: string): readonly BrokenBody[] {
  const resolved = resolveSchema(schema, root);
  const found = replacements(resolved, value).map(([what, body]) => ({ what: `${at || "body"}: ${what}`, body }));
  if (Array.isArray(value)) {
    return [
      ...found,
      ...value.flatMap((each, i) =>
        breaks((resolved.items ?? {}) as Schema, each, root, `${at}/${i}`).map(({ what, body }) => ({
          what,
          body: value.with(i, body),
        })),
      ),
    ];
  }
  if (typeof value !== "object" || value === null) return found;
  const fields = value as Record<string, unknown>;
  const properties = (resolved.properties ?? {}) as Record<string, Schema>;
  return [
    ...found,
    { what: `${at}/unknown: is there`, body: { ...fields, unknown: 1 } },
    ...Object.keys(fields).map((name) => {
      const { [name]: _, ...rest } = fields;
      return { what: `${at}/${name}: is gone`, body: rest };
    }),
    ...Object.entries(properties).flatMap(([name, each]) =>
      breaks(each, fields[name], root, `${at}/${name}`).map(({ what, body }) => ({
        what,
        body: { ...fields, [name]: body },
      })),
    ),
  ];
}

/** Values to stand in the place of one; most break its schema. */
function replacements(schema: Schema, value: unknown): readonly (readonly [string, unknown])[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema as Readonly<Record<string, number>>;
  return [
    ...[null, true, 1.5, "other", [], {}, [[]], { a: 1 }].map(
      (other) => [`is ${JSON.stringify(other)}`, other] as const,
    ),
    ...(minimum === undefined ? [] : [["is too small", minimum - 1] as const]),
    ...(maximum === undefined ? [] : [["is too large", maximum + 1] as const]),
    ...(minLength === undefined ? [] : [["is empty", ""] as const]),
    ...(maxLength === undefined ? [] : [["is too long", "x".repeat(maxLength + 1)] as const]),
    ...(minItems === undefined ? [] : [["holds too little", []] as const]),
    ...(maxItems === undefined
      ? []
      : [["holds too much", Array.from({ length: maxItems + 1 }, () => firstOf(value))] as const]),
  ];
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) && value.length > 0 ? value[0] : { role: "user", content: "When?" };
}
