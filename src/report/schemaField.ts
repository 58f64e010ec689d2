import { cellJsonSchema } from '../cell/schema.ts';

/** The part of a JSON Schema that a choice is found by. */
interface SchemaNode {
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

/** A field of a cell file that holds one of some words. */
interface SchemaField {
  /** The words in the order of the schema; none where the field has no list of words. */
  readonly choices: readonly string[];
  /** The word that is taken where none is given, if there is one. */
  readonly usual: string | undefined;
}

/**
 * Words that a field of a cell file may hold.
 *
 * @param path of the field: `front.contact.model`, `wafer.diffusions.profile`
 * @example schemaField('front.texture').choices // ['planar', 'random-pyramids', ...]
 */
export function schemaField(path: string): SchemaField {
  const found = path
    .split('.')
    .reduce<readonly SchemaNode[]>(
      (nodes, name) =>
        nodes.flatMap(variants).flatMap((node) => {
          const next = node.properties?.[name];
          return next ? [next] : [];
        }),
      [cellJsonSchema() as SchemaNode],
    )
    .flatMap(variants)
    .find((node) => node.enum);
  const usual = found?.default;
  return { choices: found?.enum ?? [], usual: typeof usual === 'string' ? usual : undefined };
}

/** A node itself, what its list holds, and its alternatives. */
function variants(node: SchemaNode): SchemaNode[] {
  const inner = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.items ? [node.items] : [])];
  return [node, ...inner.flatMap(variants)];
}
