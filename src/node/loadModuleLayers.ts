import type { ModuleLayers } from '../optics/module.ts';
import { loadOptics } from './loadOptics.ts';

/** What cells are laminated into unless something else is said: glass and EVA on both sides. */
export async function loadModuleLayers(): Promise<ModuleLayers> {
  const [glass, encapsulant] = await Promise.all([loadOptics('glass'), loadOptics('eva-uv')]);
  return { glass, encapsulant, rear: 'glass' };
}
