/** A calculation that did not reach its answer; carries where and how far off it was. */
export class CalculationError extends Error {
  override readonly name = 'CalculationError';
  /** Applied voltage, V. */
  readonly voltage: number;
  /** Largest update that was left, in kT/q. */
  readonly residual: number;
  /** Name of the layer and depth below the front, cm, where it was left. */
  readonly layer: string;
  readonly depth: number;

  constructor(
    message: string,
    at: { voltage: number; residual: number; layer: string; depth: number },
  ) {
    super(message);
    this.voltage = at.voltage;
    this.residual = at.residual;
    this.layer = at.layer;
    this.depth = at.depth;
  }
}
