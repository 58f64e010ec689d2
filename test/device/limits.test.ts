import { describe, expect, it } from 'vitest';
import { cellSimulator, simulateCell } from '../../src/cell/simulate.ts';
import type { Contact, NodeProperties } from '../../src/device/description.ts';
import { Device } from '../../src/device/device.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { elementaryCharge, thermalVoltage } from '../../src/physics/constants.ts';
import { deviceA0, plainSilicon } from './exampleDevices.ts';

const temperature = 298.15;
const vt = thermalVoltage(temperature);
const states = { conduction: 2.86e19, valence: 2.5e19 };
const thickness = 100e-4;
const radiative = 4.7e-15;

/** A contact that lets one carrier through and none of the other recombine. */
const selective = (carrier: 'n' | 'p'): Contact => ({
  model: 'pinned',
  electronVelocity: carrier === 'n' ? 1e7 : 0,
  holeVelocity: carrier === 'p' ? 1e7 : 0,
});

/** Nothing but radiative recombination, and carriers too fast for levels to bend. */
function radiativeDevice(): Device {
  const node = (netDoping: number): NodeProperties =>
    plainSilicon(netDoping, states, {
      electronLifetime: Number.POSITIVE_INFINITY,
      holeLifetime: Number.POSITIVE_INFINITY,
      electronMobility: 1e8,
      holeMobility: 1e8,
      radiative,
    });
  const spacing = { front: 1e-7, rear: 1e-7, largest: 2e-4, growth: 1.2 };
  return new Device({
    temperature,
    front: selective('n'),
    rear: selective('p'),
    interfaces: [{ kind: 'joined' }],
    layers: [
      { name: 'n', thickness: thickness / 2, spacing, at: () => node(1e16) },
      { name: 'p', thickness: thickness / 2, spacing, at: () => node(-1e16) },
    ],
  });
}

const ni2 = states.conduction * states.valence * Math.exp(-1.124 / vt);
const saturation = elementaryCharge * radiative * ni2 * thickness;

describe('radiative recombination alone, ideal contacts', () => {
  it('dark current is J0 (exp(V/kT) - 1) to 1e-6', () => {
    const device = radiativeDevice();
    for (const voltage of [0.005, 0.05, 0.2, 0.4, 0.55]) {
      device.solve(voltage, 0);
      const ratio = -device.current() / (saturation * Math.expm1(voltage / vt));
      expect(Math.abs(ratio - 1), `${voltage} V`).toBeLessThan(1e-6);
    }
  });

  it('open-circuit voltage is that of detailed balance within 0.1 mV', () => {
    const device = radiativeDevice();
    const photo = 0.042;
    device.setGeneration(
      device.problem.box.map((box) => (photo / elementaryCharge / thickness) * box),
    );
    const balance = vt * Math.log1p(photo / saturation);
    let voltage = balance - 0.03;
    for (let step = 0; step < 12; step++) {
      device.solve(voltage, 1);
      voltage -= Math.max(-0.02, Math.min(0.02, device.current() / device.conductance()));
    }
    expect(Math.abs(voltage - balance)).toBeLessThan(1e-5);
  });
});

describe('dark current', () => {
  it('is smooth and monotonic down to 1e-16 A/cm2 and below', () => {
    const device = deviceA0({ thermalVoltage: 0.025851483, ni: 9682077476.053343, ratio: 1.144 });
    let last = 0;
    let lastSlope = 0;
    for (let decade = -8; decade <= -0.3; decade += 0.1) {
      const voltage = 10 ** decade;
      device.solve(voltage, 0);
      const current = -device.current();
      expect(current).toBeGreaterThan(last);
      // d ln J / d ln V is 1 at the origin and rises; noise would make it jump.
      const slope = last > 0 ? Math.log(current / last) / (0.1 * Math.LN10) : 1;
      if (decade < -4) expect(slope).toBeCloseTo(1, 2);
      else expect(slope).toBeGreaterThan(lastSlope - 0.02);
      last = current;
      lastSlope = slope;
    }
    device.solve(1e-8, 0);
    expect(-device.current()).toBeLessThan(1e-16);
  });
});

describe('an abrupt heterojunction', () => {
  /** A front of wide gap whose band step carriers must climb. */
  const device = (fineness: number) => {
    const fine = {
      front: 2e-8 / fineness,
      rear: 2e-8 / fineness,
      largest: 1e-7 / fineness,
      growth: 1.2,
    };
    const wide = plainSilicon(
      1e18,
      { conduction: 2e20, valence: 2e20 },
      {
        gap: 1.9,
        affinity: 3.72,
        electronMobility: 20,
        holeMobility: 4,
        electronLifetime: 1e-9,
        holeLifetime: 1e-9,
      },
    );
    const made = new Device({
      temperature,
      front: { model: 'pinned', electronVelocity: 1e7, holeVelocity: 1e7 },
      rear: { model: 'pinned', electronVelocity: 1e7, holeVelocity: 1e7 },
      interfaces: [{ kind: 'abrupt' }],
      layers: [
        { name: 'wide', thickness: 10e-7, spacing: fine, at: () => wide },
        {
          name: 'wafer',
          thickness,
          spacing: {
            front: 2e-8 / fineness,
            rear: 1e-7,
            largest: 2e-4,
            growth: 1 + 0.2 / fineness,
          },
          at: () => plainSilicon(-1e16, states),
        },
      ],
    });
    const { first, last } = made.problem.layers[1];
    const generation = new Float64Array(made.problem.nodes);
    for (let i = first; i <= last; i++) {
      generation[i] = (0.04 / elementaryCharge / thickness) * made.problem.box[i];
    }
    made.setGeneration(generation);
    return made;
  };

  it('has a limit that the mesh does not set', () => {
    const [coarse, fine] = [device(1), device(4)];
    for (const voltage of [0.3, 0.45, 0.55]) {
      coarse.solve(voltage, 1);
      fine.solve(voltage, 1);
      expect(Math.abs(coarse.current() - fine.current()) / 0.04).toBeLessThan(1e-4);
    }
  });
});

describe('contacts of the heterojunction cell', () => {
  const at = async (...set: string[]) =>
    simulateCell(await loadCell('shj', { set }), {
      spectrum: await loadSpectrum('am1.5g'),
      irradiance: 1000,
      temperature: 25,
    });
  const electrode = (workFunction: number) => [
    'rear.contact.model=schottky',
    `rear.contact.work_function=${workFunction}eV`,
    'rear.contact.electron_velocity=0cm/s',
    'rear.contact.hole_velocity=0cm/s',
  ];

  it('a hole contact of low work function costs fill factor, then voltage', async () => {
    // A. Kanevce, W. K. Metzger, J. Appl. Phys. 105, 094507 (2009), doi:10.1063/1.3106642:
    // below about 5 eV the electrode depletes the p-layer.
    const ohmic = await at();
    const high = await at(...electrode(5.3));
    const middle = await at(...electrode(5.0));
    const low = await at(...electrode(4.7));
    expect(Math.abs(high.efficiency_pct - ohmic.efficiency_pct)).toBeLessThan(0.3);
    expect(middle.ff_pct).toBeLessThan(high.ff_pct);
    expect(low.ff_pct).toBeLessThan(middle.ff_pct - 3);
    expect(low.efficiency_pct).toBeLessThan(middle.efficiency_pct);
  });

  it('draws an S-shaped curve where the barrier blocks', async () => {
    const cell = await loadCell('shj', { set: electrode(4.6) });
    const simulator = cellSimulator(cell, await loadSpectrum('am1.5g'), 25);
    const voltages = Float64Array.from({ length: 40 }, (_, k) => 0.02 * k);
    const { voltage_V, current_mA_cm2 } = simulator.jv(1000, voltages);
    // An S has a turning point: the slope dJ/dV falls, then recovers, within the quadrant.
    const slopes = Array.from({ length: 39 }, (_, k) => {
      return (current_mA_cm2[k + 1] - current_mA_cm2[k]) / (voltage_V[k + 1] - voltage_V[k]);
    });
    const steepest = slopes.indexOf(Math.min(...slopes.slice(0, 34)));
    expect(Math.max(...slopes.slice(steepest))).toBeGreaterThan(0.5 * slopes[steepest]);
    expect(steepest).toBeLessThan(38);
  });

  it('too little doping of the p-layer, or too thick an i-layer, costs fill factor', async () => {
    const standard = await at();
    const weak = await at('rear.layers.p.doping.density=1.0e19');
    const thick = await at('rear.layers.i.thickness=12nm');
    expect(weak.ff_pct).toBeLessThan(standard.ff_pct - 1);
    expect(thick.ff_pct).toBeLessThan(standard.ff_pct - 1);
  });

  it('contact resistivity acts in series', async () => {
    const plain = await at('circuit.series_resistance=0.42 ohm cm^2');
    const contact = await at('rear.contact.resistivity=0.1 ohm cm^2');
    expect(contact.pmax_W_m2).toBeCloseTo(plain.pmax_W_m2, 6);
  });
});

describe('interfaces', () => {
  const at = async (...set: string[]) =>
    simulateCell(await loadCell('shj', { set }), {
      spectrum: await loadSpectrum('am1.5g'),
      irradiance: 1000,
      temperature: 25,
    });
  const poor = [
    'wafer.front_surface.electron_velocity=3e3cm/s',
    'wafer.front_surface.hole_velocity=3e3cm/s',
  ];

  it('positive charge in front of an electron contact passivates, negative charge harms', async () => {
    const none = await at(...poor);
    const positive = await at(...poor, 'wafer.front_surface.charge=1e12cm^-2');
    const negative = await at(...poor, 'wafer.front_surface.charge=-1e12cm^-2');
    expect(positive.voc_V).toBeGreaterThan(none.voc_V);
    expect(negative.voc_V).toBeLessThan(none.voc_V);
  });

  it('a sheet of 1e12 charges makes a field step of 1.5466e5 V/cm in silicon', async () => {
    const cell = await loadCell('shj', { set: ['wafer.front_surface.charge=1e12cm^-2'] });
    const { device } = cellSimulator(cell, await loadSpectrum('am1.5g'), 25);
    device.solve(0, 0);
    const { psi } = device.state;
    const { x, box, layers } = device.problem;
    const wafer = layers.find((layer) => layer.name === 'wafer');
    const j = wafer?.first ?? 0;
    const i = j - 1;
    // Field just outside the two boxes, corrected for their own charge.
    const field = (a: number) => (-(psi[a + 1] - psi[a]) * vt) / (x[a + 1] - x[a]);
    const unit = elementaryCharge / (11.7 * 8.8541878128e-14);
    const charge = (k: number) => device.chargeDensity(k) * box[k] * unit;
    expect((field(j) - field(i - 1) - charge(i) - charge(j)) / 1.5466e5).toBeCloseTo(1, 3);
  });

  it('a dipole shifts the bands by its step', async () => {
    const bent = await at('wafer.rear_surface.dipole=0.05V');
    const opposite = await at('wafer.rear_surface.dipole=-0.05V');
    const none = await at();
    expect(bent.ff_pct - none.ff_pct).not.toBeCloseTo(0, 1);
    expect(Math.sign(bent.ff_pct - none.ff_pct)).toBe(-Math.sign(opposite.ff_pct - none.ff_pct));
  });
});
