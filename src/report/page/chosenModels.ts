import type { Cell } from '../../cell/cell.ts';
import { fixedLaws } from '../fixedLaws.ts';
import { modelsDocument } from '../modelsDocument.ts';
import { column, type Section } from '../section.ts';

/** The models that these cells use, chosen or not, each with its reference and its cells. */
export function chosenModels(cells: readonly Cell[]): Section {
  const users = new Map<string, string[]>();
  const choose = (cell: Cell, path: string, word: string | undefined) => {
    if (word === undefined) return;
    const key = keyOf(path, word);
    const names = users.get(key) ?? [];
    if (!names.includes(cell.name)) users.set(key, [...names, cell.name]);
  };
  for (const cell of cells) {
    const { front, rear, wafer } = cell.description;
    for (const [law, word] of Object.entries(wafer.models))
      choose(cell, `wafer.models.${law}`, word);
    choose(cell, 'wafer.lifetime.defect', wafer.lifetime.defect);
    for (const { profile } of wafer.diffusions) choose(cell, 'wafer.diffusions.profile', profile);
    for (const law of fixedLaws)
      if (law.holdsFor(cell.description)) choose(cell, law.when, law.name);
    for (const side of [front, rear]) {
      for (const film of side.layers) {
        if (film.kind === 'amorphous-silicon')
          choose(cell, 'front.layers.NAME.material', film.material);
      }
      choose(cell, 'front.contact.model', side.contact.model);
      choose(cell, 'front.texture', side.texture);
      choose(cell, 'front.trapping', side.trapping);
    }
  }
  const chosen = modelsDocument().models.flatMap(({ choose: path, model, name, reference }) => {
    const names = users.get(keyOf(path, name));
    return names === undefined ? [] : [[model, name, names.join(', '), reference]];
  });
  return {
    title: 'Models that the cells use',
    columns: [
      column('model', 'Of', '', 0),
      column('name', 'Model', '', 0),
      column('cells', 'Cells', '', 0),
      column('reference', 'Reference', '', 0),
    ],
    rows: chosen,
  };
}

const keyOf = (path: string, word: string): string => `${path} ${word}`;
