import { currentMoves, onFinerMeshes, pathMoves } from '../test/device/finerMeshes.ts';
import { photoCurrent, randomCase, randomDevice } from '../test/device/randomDevice.ts';

// Random stacks by the thousand: `tsx bench/robustness.ts [how many] [first seed] [of which on finer meshes]`.
const count = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 0);
const onMeshes = Math.min(count, Number(process.argv[4] ?? count));
let failed = 0;
let points = 0;
let iterations = 0;
let widest = 0;
const start = performance.now();
for (let seed = first; seed < first + count; seed++) {
  const stack = randomCase(seed);
  try {
    const device = randomDevice(stack);
    for (const voltage of stack.voltages) {
      device.solve(voltage, stack.suns);
      const profile = device.currentProfile();
      const scale = Math.max(Math.abs(device.current()), photoCurrent * stack.suns);
      widest = Math.max(widest, (Math.max(...profile) - Math.min(...profile)) / scale);
      points++;
    }
    iterations += device.iterations;
  } catch (error) {
    failed++;
    console.log(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
const seconds = (performance.now() - start) / 1e3;
console.log(
  `${count - failed} of ${count} random stacks solved, ${points} points, ` +
    `${(iterations / points).toFixed(0)} Newton iterations each, widest spread of the current ` +
    `${widest.toExponential(1)}, ${seconds.toFixed(0)} s`,
);

// A current that another path puts elsewhere by a tenth is another root; one that the finer mesh does is coarse.
let wrong = 0;
let coarse = 0;
let farthest = 0;
let movedMost = 0;
let overHundredth = 0;
let powered = 0;
let ratio = 0;
for (let seed = first; seed < first + onMeshes; seed++) {
  try {
    if (Math.max(...pathMoves(seed)) > 0.1) {
      wrong++;
      console.log(`seed ${seed}: another path has other currents`);
    }
    const moves = currentMoves(seed);
    farthest = Math.max(farthest, ...moves);
    if (Math.max(...moves) > 0.1) {
      coarse++;
      console.log(
        `seed ${seed}: currents move by ${moves.map((m) => m.toExponential(1)).join(', ')}`,
      );
    }
    const [powers] = onFinerMeshes(seed, seed + 1, [1, 2, 4]).powers;
    if (!powers) continue;
    powered++;
    const [used, finer, finest] = powers as [number, number, number];
    movedMost = Math.max(movedMost, Math.abs(finer - used));
    if (Math.abs(finer - used) > 0.01) {
      overHundredth++;
      console.log(`seed ${seed}: efficiency moves by ${(finer - used).toFixed(4)} %`);
    }
    const truth = (16 / 15) * (finest - used);
    if (Math.abs(truth) > 1e-4) {
      // Errors of two signs that cancel on one of the meshes: coarse in a space charge, in next to no light.
      const told = (4 / 3) * (finer - used);
      const apart = Math.abs(truth / told);
      ratio = Math.max(ratio, apart);
      if (apart > 2) {
        console.log(
          `seed ${seed}: error ${truth.toExponential(1)} %, told ${told.toExponential(1)} %`,
        );
      }
    }
  } catch (error) {
    console.log(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(
  `${onMeshes} stacks on meshes twice as fine: ${wrong} wrong roots; currents of ${coarse} move by more than a ` +
    `tenth, ${farthest.toExponential(1)} at most; of ${powered} that deliver power ${overHundredth} move by more ` +
    `than 0.01 % absolute, ${movedMost.toFixed(4)} % at most; true error over told ${ratio.toFixed(3)} at most`,
);
