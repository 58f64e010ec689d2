import { cellJsonSchema } from '../cell/schema.ts';

/** The part of a JSON Schema that a choice is found by. */
interface SchemaNode {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

/**
 * Words that a field of a cell file may hold.
 *
 * @param path of the field: `front.contact.model`, `wafer.diffusions.profile`
 * @returns the words in the order of the schema; none where the field has no list of words
 * @example schemaChoices('front.texture') // ['planar', 'random-pyramids', ...]
 */
export function schemaChoices(path: string): readonly string[] {
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
    .flatMap(variants);
  return found.find((node) => node.enum)?.enum ?? [];
}

/** A node itself, what its list holds, and its alternatives. */
function variants(node: SchemaNode): SchemaNode[] {
  const inner = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.items ? [node.items] : [])];
  return [node, ...inner.flatMap(variants)];
}
