/** A JSON Schema as our API document uses them. */
export type Schema = Readonly<Record<string, unknown>>;

/** Keywords that say something to people only, and `then`, which is read with `if`. */
const notes = new Set(["then", "description", "title", "default", "examples", "x-events", "$schema", "format"]);

/**
 * Where and why a value does not fit a schema; empty where it fits. Small enough to be believed; throws for a keyword that
 * it does not know, so that none goes unchecked. `root` holds what `$ref` points into.
 */
export function schemaProblems(schema: Schema, value: unknown, root: object, at = ""): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, expected]) => {
    if (notes.has(keyword)) return [];
    const check = checks[keyword];
    if (check === undefined) throw new Error(`no check for the keyword ${keyword}`);
    return check({ expected, value, schema, root, at });
  });
}

/** The schema that `$ref` points at, for one that has it. */
export function resolveSchema(schema: Schema, root: object): Schema {
  if (typeof schema.$ref !== "string") return schema;
  const found = schema.$ref
    .slice(2)
    .split("/")
    .reduce<unknown>((value, key) => (value as Schema | undefined)?.[key], root);
  if (found === undefined) throw new Error(`nothing at ${schema.$ref}`);
  return found as Schema;
}

interface Given {
  readonly expected: unknown;
  readonly value: unknown;
  readonly schema: Schema;
  readonly root: object;
  readonly at: string;
}

type Check = (given: Given) => readonly string[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const typeTests: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  null: (value) => value === null,
};

const numeric =
  (test: (value: number, bound: number) => boolean, name: string): Check =>
  ({ value, expected, at }) =>
    typeof value === "number" && !test(value, expected as number) ? [`${at}: ${value} breaks ${name} ${expected}`] : [];

const sized =
  (measure: (value: unknown) => number | null, isFine: (size: number, bound: number) => boolean): Check =>
  ({ value, expected, at }) => {
    const size = measure(value);
    return size === null || isFine(size, expected as number) ? [] : [`${at}: a size of ${size}, bound ${expected}`];
  };
const points = (value: unknown) => (typeof value === "string" ? [...value].length : null);
const items = (value: unknown) => (Array.isArray(value) ? value.length : null);
const atLeast = (size: number, bound: number) => size >= bound;
const atMost = (size: number, bound: number) => size <= bound;

const choice =
  (isFine: (fitting: number) => boolean): Check =>
  ({ expected, value, root, at }) => {
    const results = (expected as Schema[]).map((each) => schemaProblems(each, value, root, at));
    return isFine(results.filter((problems) => problems.length === 0).length)
      ? []
      : [`${at}: fits not as many of its choices as it should`, ...results.flat()];
  };

const checks: Readonly<Record<string, Check>> = {
  $ref: ({ schema, value, root, at }) => schemaProblems(resolveSchema(schema, root), value, root, at),
  type: ({ expected, value, at }) =>
    [expected].flat().some((type) => typeTests[type as string]?.(value)) ? [] : [`${at}: is no ${expected}`],
  const: ({ expected, value, at }) => (value === expected ? [] : [`${at}: is not ${JSON.stringify(expected)}`]),
  enum: ({ expected, value, at }) => ((expected as unknown[]).includes(value) ? [] : [`${at}: is none of ${expected}`]),
  minimum: numeric(atLeast, "minimum"),
  maximum: numeric(atMost, "maximum"),
  minLength: sized(points, atLeast),
  maxLength: sized(points, atMost),
  minItems: sized(items, atLeast),
  maxItems: sized(items, atMost),
  prefixItems: ({ expected, value, root, at }) =>
    Array.isArray(value)
      ? value.flatMap((each, i) => schemaProblems((expected as Schema[])[i] ?? {}, each, root, `${at}/${i}`))
      : [],
  items: ({ expected, value, schema, root, at }) =>
    Array.isArray(value)
      ? value
          .slice(Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0)
          .flatMap((each, i) => schemaProblems(expected as Schema, each, root, `${at}/${i}`))
      : [],
  required: ({ expected, value, at }) =>
    isObject(value)
      ? (expected as string[]).filter((name) => !Object.hasOwn(value, name)).map((name) => `${at}/${name}: is missing`)
      : [],
  properties: ({ expected, value, root, at }) =>
    isObject(value)
      ? Object.entries(expected as Record<string, Schema>).flatMap(([name, each]) =>
          Object.hasOwn(value, name) ? schemaProblems(each, value[name], root, `${at}/${name}`) : [],
        )
      : [],
  additionalProperties: ({ expected, value, schema, root, at }) => {
    if (!isObject(value)) return [];
    const others = Object.keys(value).filter((name) => !Object.hasOwn((schema.properties ?? {}) as object, name));
    if (expected === false) return others.map((name) => `${at}/${name}: is unknown`);
    return others.flatMap((name) => schemaProblems(expected as Schema, value[name], root, `${at}/${name}`));
  },
  propertyNames: ({ expected, value, root, at }) =>
    isObject(value)
      ? Object.keys(value).flatMap((name) => schemaProblems(expected as Schema, name, root, `${at}/${name}`))
      : [],
  anyOf: choice((fitting) => fitting > 0),
  oneOf: choice((fitting) => fitting === 1),
  if: ({ expected, value, schema, root, at }) =>
    schemaProblems(expected as Schema, value, root, at).length === 0
      ? schemaProblems((schema.then ?? {}) as Schema, value, root, at)
      : [],
};
