import type * as z from 'zod';
import { field } from './cellPath.ts';

/** What of a schema's definition the walk needs. */
interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.core.$ZodType>;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly entries?: Record<string, string | number>;
  readonly values?: readonly unknown[];
}

function definition(schema: z.core.$ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

/** The schema under `optional`, `default` and transformations. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const { innerType, in: input } = definition(schema);
  const inner = innerType ?? input;
  return inner === undefined ? schema : unwrap(inner);
}

/** Of a union told apart by one field, the member that the value says it is. */
function memberFor(schema: z.core.$ZodType, value: unknown): z.core.$ZodType | undefined {
  const { discriminator, options } = definition(schema);
  if (discriminator === undefined) return undefined;
  const kind = field(value, discriminator);
  return options?.find((option) => {
    const shape = definition(unwrap(option)).shape;
    return shape !== undefined && allowedValues(shape[discriminator]!).includes(String(kind));
  });
}

/**
 * Schema that governs a place in a value.
 *
 * @param root schema of the whole value
 * @param path keys and indices from the root
 * @param value the whole value, which tells which member of a union applies
 * @returns undefined where the schema knows no such place
 */
export function schemaAt(
  root: z.core.$ZodType,
  path: readonly PropertyKey[],
  value: unknown,
): z.core.$ZodType | undefined {
  let schema: z.core.$ZodType | undefined = unwrap(root);
  let here = value;
  for (const key of path) {
    const object: z.core.$ZodType = memberFor(schema, here) ?? schema;
    const { shape, element } = definition(unwrap(object));
    const next: z.core.$ZodType | undefined = element ?? shape?.[String(key)];
    if (next === undefined) return undefined;
    schema = unwrap(next);
    here = field(here, key);
  }
  return memberFor(schema, here) ?? schema;
}

/** Field names that an object schema allows; none for anything else. */
export function allowedKeys(schema: z.core.$ZodType | undefined): readonly string[] {
  if (schema === undefined) return [];
  return Object.keys(definition(unwrap(schema)).shape ?? {});
}

/** Words that an enumeration, a literal or a union's distinguishing field allows. */
export function allowedValues(schema: z.core.$ZodType | undefined): readonly string[] {
  if (schema === undefined) return [];
  const { entries, values } = definition(unwrap(schema));
  return [...Object.values(entries ?? {}), ...(values ?? [])].map(String);
}

/** Words that tell the members of a union apart: the kinds of layer. */
export function unionKinds(schema: z.core.$ZodType | undefined): readonly string[] {
  if (schema === undefined) return [];
  const { discriminator, options } = definition(unwrap(schema));
  if (discriminator === undefined) return [];
  return (options ?? []).flatMap((option) =>
    allowedValues(definition(unwrap(option)).shape?.[discriminator]),
  );
}
