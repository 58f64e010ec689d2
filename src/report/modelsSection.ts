import type { ModelsDocument } from './modelsDocument.ts';
import { column, type Section } from './section.ts';

/** Every model as a table. */
export function modelsSection({ models }: ModelsDocument): Section {
  return {
    title: 'Models',
    columns: [
      column('choose', 'Choose with', '', 0),
      column('name', 'Name', '', 0),
      column('default', 'Default', '', 0),
      column('reference', 'Reference', '', 0),
    ],
    rows: models.map((row) => [row.choose, row.name, row.default ? 'yes' : '', row.reference]),
  };
}
