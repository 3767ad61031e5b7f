/** What the page of the API reads of a JSON Schema. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly description?: string;
}

export interface FieldDescription {
  readonly name: string;
  /** Such as `string of 1 to 2000, required`. */
  readonly type: string;
  readonly description: string;
}

/** The fields of an object's schema, in one line each; none for another schema. */
export function describeFields(schema: JsonSchema): readonly FieldDescription[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    type: [
      describeType(field),
      schema.required?.includes(name) ? "required" : "optional",
      ...(field.default === undefined ? [] : [`default ${JSON.stringify(field.default)}`]),
    ].join(", "),
    description: field.description ?? "",
  }));
}

function describeType(schema: JsonSchema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map(describeType).join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  const type = schema.type ?? "any value";
  const [least, most] = [
    schema.minimum ?? schema.minLength ?? schema.minItems,
    schema.maximum ?? schema.maxLength ?? schema.maxItems,
  ];
  const range =
    most === undefined || most === Number.MAX_SAFE_INTEGER
      ? ""
      : least === undefined
        ? ` of at most ${most}`
        : ` of ${least} to ${most}`;
  return type + range;
}

/** A value that fits a schema, with the required fields alone. */
export function exampleOf(schema: JsonSchema): unknown {
  const choice = (schema.anyOf ?? schema.oneOf)?.[0];
  if (choice !== undefined) return exampleOf(choice);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  switch (schema.type) {
    case "object": {
      const required = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name));
      return Object.fromEntries(required.map(([name, field]) => [name, exampleOf(field)]));
    }
    case "array":
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => exampleOf(schema.items ?? {}));
    case "integer":
    case "number":
      return schema.minimum ?? 0;
    case "boolean":
      return false;
    default:
      return "Your words";
  }
}
