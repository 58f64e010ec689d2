import type { DataKind } from './dataFiles.ts';

/** Cell descriptions that ship. */
export const cellFiles: DataKind = { word: 'cell', folder: 'cells', extensions: ['.yaml'] };

/** Optical constants that ship. */
export const opticsFiles: DataKind = {
  word: 'optical constants',
  folder: 'optics',
  extensions: ['.csv'],
};

/** Spectra that ship. */
export const spectrumFiles: DataKind = {
  word: 'spectrum',
  folder: 'spectra',
  extensions: ['.csv'],
};

/** Profiles of light over time that ship. */
export const profileFiles: DataKind = { word: 'profile', folder: 'profiles', extensions: ['.csv'] };

/** Doping profiles of cells; none ships on its own. */
export const dopingFiles: DataKind = {
  word: 'doping profile',
  folder: 'cells',
  extensions: ['.csv'],
};

/** Tables of commercial modules that ship. */
export const moduleFiles: DataKind = { word: 'modules', folder: 'modules', extensions: ['.csv'] };

/** Years of weather that ship. */
export const weatherFiles: DataKind = {
  word: 'weather',
  folder: 'weather',
  extensions: ['.csv', '.tm2'],
};

/** Horizons of places; none ships. */
export const horizonFiles: DataKind = { word: 'horizon', folder: 'weather', extensions: [] };

/** Climate profiles of IEC 61853-4; none ships. */
export const climateFiles: DataKind = { word: 'climate', folder: 'weather', extensions: [] };

/** Scripts of Slurm job arrays for sweeps. */
export const scriptFiles: DataKind = { word: 'template', folder: 'sweep', extensions: ['.sh'] };

/** Manifests of Kubernetes jobs for sweeps. */
export const manifestFiles: DataKind = { word: 'template', folder: 'sweep', extensions: ['.yaml'] };
