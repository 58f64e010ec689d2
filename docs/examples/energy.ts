import {
  effectiveLight,
  faiman,
  physicalModifier,
  planeOfArray,
  pvWattsDc,
} from 'solarcell/energy';

// An hour at noon in Zurich, 21 June.
const hour = {
  place: { latitude: 47.4, longitude: 8.5, altitude: 400 },
  interval: 3600,
  middle: Float64Array.of(Date.UTC(2026, 5, 21, 11, 30)),
  ghi: Float64Array.of(850),
  dni: Float64Array.of(800),
  dhi: Float64Array.of(130),
};
const plane = planeOfArray(hour, { kind: 'fixed', tilt: 30, azimuth: 180 });
const [light] = effectiveLight(plane, physicalModifier());
const cell = faiman()(plane.front[0]!, 24, 2); // air at 24 degC, wind of 2 m/s
const power = pvWattsDc({ power: 400, coefficient: -0.0026 }, light!, cell);
console.log(
  `sun ${(90 - plane.zenith[0]!).toFixed(1)} degrees high, ${plane.front[0]!.toFixed(0)} W/m2 on the plane`,
);
console.log(`cells at ${cell.toFixed(1)} degC, ${power.toFixed(0)} W`);
