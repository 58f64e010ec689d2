import type { DataKind } from './dataFiles.ts';

/** Cell descriptions that ship. */
export const cellFiles: DataKind = { word: 'cell', folder: 'cells', extension: '.yaml' };

/** Optical constants that ship. */
export const opticsFiles: DataKind = {
  word: 'optical constants',
  folder: 'optics',
  extension: '.csv',
};

/** Spectra that ship. */
export const spectrumFiles: DataKind = { word: 'spectrum', folder: 'spectra', extension: '.csv' };

/** Profiles of light over time that ship. */
export const profileFiles: DataKind = { word: 'profile', folder: 'profiles', extension: '.csv' };

/** Doping profiles of cells; none ships on its own. */
export const dopingFiles: DataKind = { word: 'doping profile', folder: 'cells', extension: '.csv' };

/** Tables of commercial modules that ship. */
export const moduleFiles: DataKind = { word: 'modules', folder: 'modules', extension: '.csv' };
