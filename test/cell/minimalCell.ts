/** A small whole cell file, for tests that break it in one place. */
export const minimalCell = `schema: solarcell.cell/1
name: mine
title: A small cell
technology: SHJ
front:
  texture: random-pyramids
  layers:
    - { name: ito, kind: coating, optics: ito, thickness: 75 nm }
    - name: n
      kind: amorphous-silicon
      optics: a-si
      thickness: 5 nm
      band_gap: 1.80 eV
      affinity: 3.84 eV
      permittivity: 11.7
      conduction_states: 2e20 cm^-3
      valence_states: 2e20 cm^-3
      electron_mobility: 20 cm^2/(V s)
      hole_mobility: 4 cm²/(V·s)
      doping: { type: n, density: 1.45e19 cm⁻³ }
      tails:
        conduction: { density: 4e21 cm^-3/eV, urbach_energy: 30 meV }
      capture: { neutral: 6.5e-16 cm^2, charged: 6.5e-15 cm^2, thermal_velocity: 1e7 cm/s }
  contact: { model: pinned, electron_velocity: 1e7 cm/s, hole_velocity: 1e7 cm/s }
wafer:
  optics: c-si
  thickness: 130 µm
  doping: { type: n, resistivity: 3 Ω·cm }
  lifetime: { electron: 10 ms, hole: 10 ms }
rear:
  texture: planar
  outside: silver
  layers: []
  contact: { model: pinned, electron_velocity: 1e7 cm/s, hole_velocity: 1e7 cm/s, j0: 10 fA/cm^2 }
circuit:
  series_resistance: 0.3 ohm cm^2
  shunt_resistance: 100 kohm cm^2
  shading: 2.5 %
`;
