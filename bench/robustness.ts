import { photoCurrent, randomCase, randomDevice } from '../test/device/randomDevice.ts';

// Random stacks by the thousand: `tsx bench/robustness.ts [how many] [first seed]`.
const count = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 0);
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
