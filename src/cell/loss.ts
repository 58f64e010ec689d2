/** A loss before it is put in relation to the light, W/cm^2. */
export interface Loss {
  readonly path: string;
  readonly place: string;
  readonly power: number;
}

/** Sums of what has one path and one place, in the order in which they come. */
export class LossSums {
  private readonly sums = new Map<string, Loss>();

  add(path: string, place: string, power: number): void {
    const key = `${path}|${place}`;
    this.sums.set(key, { path, place, power: power + (this.sums.get(key)?.power ?? 0) });
  }

  /** Without what is exactly nothing. */
  rows(): Loss[] {
    return [...this.sums.values()].filter(({ power }) => power !== 0);
  }
}
