import { loadWeather, sweep } from 'solarcell';

const plan = `
cell: perc
vary: { wafer.thickness: 120um:160um:20um }
figures: [efficiency, pseudo_ff]
columns: { loss: 29.4 - efficiency }
`;
for await (const { values } of sweep(plan)) {
  const { efficiency_pct, pseudo_ff_pct, loss } = values as Record<string, number>;
  console.log(
    `${values['wafer.thickness_um']} um: ${efficiency_pct!.toFixed(2)} %, pseudo-FF ${pseudo_ff_pct!.toFixed(1)} %, ${loss!.toFixed(2)} % to the limit`,
  );
}

const field = {
  weather: await loadWeather('miami'),
  options: { mounting: { kind: 'fixed', tilt: 25, azimuth: 180 } },
  iam: 'physical',
  module: {},
} as const;
const tilts = { cell: 'perc', target: 'energy', vary: { tilt: '15:35:10' } } as const;
let best = { tilt: Number.NaN, energy: 0 };
for await (const { values } of sweep(tilts, { field })) {
  const energy = Number(values.energy_kWh_m2);
  if (energy > best.energy) best = { tilt: Number(values.tilt_deg), energy };
}
console.log(`${best.tilt} degrees give ${best.energy.toFixed(0)} kWh/m2`);
