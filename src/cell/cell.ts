import type { Spectrum } from '../light/spectrum.ts';
import type { OpticalConstants } from '../optics/opticalConstants.ts';
import type { DopingTable } from './dopingTable.ts';
import type { CellDescription } from './schema.ts';

/** A cell with all that a calculation needs: the description and the optical constants it names. */
export interface Cell {
  readonly name: string;
  readonly description: CellDescription;
  /** By the name used in the description; `air` is always there. */
  readonly optics: Readonly<Record<string, OpticalConstants>>;
  /** Measured doping profiles, by the file named in the description. */
  readonly doping?: Readonly<Record<string, DopingTable>>;
  /** Of the file's text. */
  readonly sha256: string;
  /** The file as read. */
  readonly text: string;
  readonly file: string;
  /** Values put in after reading, as `path=value`. */
  readonly set?: readonly string[];
}

/** What a cell is exposed to. */
export interface Conditions {
  readonly spectrum: Spectrum;
  /** The spectrum is scaled so that its whole integral is this, W/m2. */
  readonly irradiance: number;
  /** Cell temperature, degC. */
  readonly temperature: number;
  /** Light of the same spectrum from behind at the same time, W/m2; none when left out. */
  readonly rearIrradiance?: number;
}

/** Where the photons of the light end, as a current density of one carrier each, mA/cm2. */
export interface CellPhotons {
  readonly incident: number;
  /** By the lit face, without entering the wafer. */
  readonly reflected: number;
  /** Out of the face that it came in by, after passing the wafer. */
  readonly escaped: number;
  /** Out of the other face. */
  readonly transmitted: number;
  /** By fingers and busbars. */
  readonly shaded: number;
  /** Absorbed in the wafer. */
  readonly wafer: number;
  /** Absorbed in each film, by name. */
  readonly films: Readonly<Record<string, number>>;
}

/** Key figures of a cell in given conditions. */
export interface CellResult {
  readonly voc_V: number;
  readonly jsc_mA_cm2: number;
  readonly ff_pct: number;
  /** Of all light, on whichever side. */
  readonly efficiency_pct: number;
  readonly vmp_V: number;
  readonly jmp_mA_cm2: number;
  readonly pmax_W_m2: number;
  /** Of the whole cell, where its file states an area. */
  readonly isc_A?: number;
  readonly imp_A?: number;
  readonly power_W?: number;
  readonly photons: CellPhotons;
}
