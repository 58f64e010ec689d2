/** A loss before it is put in relation to the light, W/cm^2. */
export interface Loss {
  readonly path: string;
  readonly place: string;
  readonly power: number;
}
