import { shortNumber } from '../cell/quantityRange.ts';
import { cellJsonSchema } from '../cell/schema.ts';

/** What of a JSON Schema the reference reads. */
interface Node {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** One field of a cell file. */
interface Field {
  readonly path: string;
  readonly value: string;
  readonly needed: string;
  readonly meaning: string;
}

/** Every field of a cell file as Markdown tables, made from the schema itself. */
export function cellReference(): string {
  const { front, rear: _likeFront, ...rest } = (cellJsonSchema() as Node).properties!;
  const top = fieldsOf({ ...(cellJsonSchema() as Node), properties: rest }, '');
  const side = fieldsOf({ ...front, required: front!.required }, 'front.');
  const layers = front!.properties!.layers!.items!.oneOf!;
  return [
    section(
      'The cell',
      top.filter((field) => !/^(wafer|circuit)/.test(field.path)),
    ),
    section('A side: `front`, and `rear` alike', side),
    ...layers.map((layer) => {
      const kind = layer.properties!.kind!.const!;
      return section(`A layer of kind \`${kind}\``, fieldsOf(layer, ''), layer.description);
    }),
    section(
      'The wafer',
      top.filter((field) => field.path.startsWith('wafer')),
    ),
    section(
      'The circuit',
      top.filter((field) => field.path.startsWith('circuit')),
    ),
  ].join('\n');
}

/** Fields of an object and of the objects in it, depth first. */
function fieldsOf(object: Node, prefix: string): Field[] {
  return Object.entries(object.properties ?? {}).flatMap(([name, node]) => {
    const path = `${prefix}${name}`;
    const { text, unit } = meaningOf(node);
    const isNeeded = object.required?.includes(name) === true && node.default === undefined;
    const fromMaterial = !isNeeded && object.anyOf?.some((one) => one.required?.includes(name));
    const own: Field = {
      path,
      value: allowedOf(node, unit),
      needed: fromMaterial ? 'yes, or `material`' : needed(isNeeded, node),
      meaning: text,
    };
    const inner = node.items && !node.items.oneOf ? fieldsOf(node.items, `${path}[].`) : [];
    return [own, ...fieldsOf(node, `${path}.`), ...inner];
  });
}

function needed(isNeeded: boolean, node: Node): string {
  if (isNeeded) return 'yes';
  const simple = ['string', 'number'].includes(typeof node.default);
  return simple && node.default !== '' ? `${String(node.default)}` : '';
}

/** Splits `Thickness of the wafer. Unit: um.` */
function meaningOf(node: Node): { text: string; unit?: string } {
  const [, text, unit] = /^(.*?)(?:\. Unit: (.*)\.)?$/s.exec(node.description ?? '')!;
  return { text: text!.replace(/(?<!\.)\.$/, ''), ...(unit === undefined ? {} : { unit }) };
}

function allowedOf(node: Node, unit: string | undefined): string {
  const number = node.anyOf?.find((one) => one.minimum !== undefined);
  if (number && unit !== undefined) {
    const shown = unit.startsWith('plain') ? 'number or %' : unit;
    return `${shown}, ${shortNumber(number.minimum!)} to ${shortNumber(number.maximum!)}`;
  }
  if (node.enum) return node.enum.map((word) => `\`${word}\``).join(', ');
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.type === 'array') return 'list';
  if (node.type === 'object') return 'group';
  return 'text';
}

function section(title: string, fields: readonly Field[], note?: string): string {
  const rows = fields.map(({ path, value, needed: must, meaning }) =>
    [`\`${path}\``, value, must, meaning].map((cell) => cell.replaceAll('|', '\\|')).join(' | '),
  );
  return [
    `## ${title}`,
    '',
    ...(note === undefined ? [] : [note, '']),
    '| field | value | needed, or default | meaning |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}
