import { filmMaterials } from '../cell/filmMaterials.ts';
import { limitOptics } from '../cell/siliconLimit.ts';
import { emissionModels } from '../device/emissionModels.ts';
import { freeCarrierModels } from '../optics/freeCarriers.ts';
import { ionisationModels } from '../physics/ionisation.ts';
import { knownDefects } from '../physics/knownDefects.ts';
import { radiativeModels } from '../physics/radiativeCoefficient.ts';
import { screeningModels } from '../physics/radiativeScreening.ts';
import {
  augerModels,
  densityModels,
  gapModels,
  injectionModels,
  mobilityModels,
  narrowingModels,
} from '../physics/siliconModels.ts';
import { tunnellingModels } from '../physics/trapAssistedTunnelling.ts';
import { fixedLaws } from './fixedLaws.ts';
import { describedElsewhere, modelReferences } from './modelReferences.ts';
import { schemaField } from './schemaField.ts';

/** A model: one to choose, or a law that holds wherever what it is about is there. */
export interface ModelRow {
  /** What it is of, as the cell file names it. */
  readonly model: string;
  readonly name: string;
  /** Whether it is taken where nothing is chosen. */
  readonly default: boolean;
  readonly reference: string;
  /** How to choose it; of a law that is not chosen, where it holds. */
  readonly choose: string;
}

/** What `solarcell models --format json` prints. */
export interface ModelsDocument {
  readonly schema: 'solarcell.models/1';
  readonly models: readonly ModelRow[];
}

type Table = Readonly<Record<string, { readonly reference: string }>>;

/**
 * Tables of models: what they are of, how to choose from them. The cell file's schema has the default; of
 * what it does not choose, the first is.
 */
const tables: readonly (readonly [string, string, Table])[] = [
  ['gap', 'wafer.models.gap', gapModels],
  ['density', 'wafer.models.density', densityModels],
  ['narrowing', 'wafer.models.narrowing', narrowingModels],
  ['mobility', 'wafer.models.mobility', mobilityModels],
  ['injection', 'wafer.models.injection', injectionModels],
  ['auger', 'wafer.models.auger', augerModels],
  ['radiative', 'wafer.models.radiative', radiativeModels],
  ['screening', 'wafer.models.screening', screeningModels],
  ['tunnelling', 'wafer.models.tunnelling', tunnellingModels],
  ['ionisation', 'wafer.models.ionisation', ionisationModels],
  ['free carriers', 'wafer.models.free_carriers', freeCarrierModels],
  ['emission', 'wafer.models.emission', emissionModels],
  ['limit optics', 'limit --optics', limitOptics],
];

/** Every model with its reference, from the tables and the schema in use. */
export function modelsDocument(): ModelsDocument {
  const tabulated = tables.flatMap(([model, choose, table]) => {
    const { usual = Object.keys(table)[0] } = schemaField(choose);
    return Object.entries(table).map(([name, { reference }]) => ({
      model,
      name,
      default: name === usual,
      reference: reference === '' ? 'left out' : reference,
      choose,
    }));
  });
  const others = Object.entries(modelReferences).flatMap(([choose, references]) => {
    const { choices, usual } = schemaField(choose);
    return choices.map((name) => ({
      model: choose.split('.').slice(-2).join(' '),
      name,
      default: name === usual,
      reference: references[name] ?? describedElsewhere,
      choose,
    }));
  });
  const defects = Object.entries(knownDefects).map(([name, { reference }]) => ({
    model: 'lifetime defect',
    name,
    default: false,
    reference,
    choose: 'wafer.lifetime.defect',
  }));
  const films = Object.entries(filmMaterials).map(([name, { reference }]) => ({
    model: 'film material',
    name,
    default: false,
    reference,
    choose: 'front.layers.NAME.material',
  }));
  const fixed = fixedLaws.map(({ model, name, reference, when }) => ({
    model,
    name,
    default: true,
    reference,
    choose: when,
  }));
  return {
    schema: 'solarcell.models/1',
    models: [...tabulated, ...defects, ...films, ...others, ...fixed],
  };
}
