/**
 * Where the models come from that a cell file chooses outside of `wafer.models` (those carry their
 * references themselves): by field, then by word.
 */
export const modelReferences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'front.contact.model': {
    pinned:
      'ohmic: densities relax to equilibrium at a surface recombination velocity (S. Selberherr, Analysis and Simulation of Semiconductor Devices, Springer 1984)',
    neutral:
      'charge-neutral under injection, minorities recombine by velocities and j0 (D. A. Clugston, P. A. Basore, 26th IEEE PVSC (1997), doi:10.1109/PVSC.1997.654065)',
    schottky:
      'metal with a work function, thermionic emission (C. R. Crowell, S. M. Sze, Solid-State Electron. 9, 1035 (1966), doi:10.1016/0038-1101(66)90127-4)',
    tunnel:
      'the same, the depletion of the layer counted by kT/E0 of thermionic field emission (F. A. Padovani, R. Stratton, Solid-State Electron. 9, 695 (1966), doi:10.1016/0038-1101(66)90097-9)',
  },
  'wafer.diffusions.profile': {
    gaussian: 'limited source: exp(-u^2), u = depth over its scale',
    erfc: 'constant source: erfc(u)',
    exponential: 'exp(-u)',
    uniform: '1 down to its depth',
    table: 'a measured profile: depth, density',
  },
  'front.texture': {
    planar: 'Fresnel and transfer matrix',
    'random-pyramids':
      'path classes of upright pyramids (S. C. Baker-Finch, K. R. McIntosh, Prog. Photovolt. 19, 406 (2011), doi:10.1002/pip.1050)',
    'regular-pyramids': 'rays traced over the facets of upright pyramids in rows (the same)',
    'inverted-pyramids': 'rays traced over the facets of pits in rows (the same)',
  },
  'front.trapping': {
    specular:
      'directed first passes, then diffuse light (P. A. Basore, IEEE Trans. Electron Devices 37, 337 (1990), doi:10.1109/16.46365)',
    lambertian:
      'isotropic light (M. A. Green, Prog. Photovolt. 10, 235 (2002), doi:10.1002/pip.404)',
    angular:
      'facets and rough faces redistribute light over angles (after N. Tucher et al., Opt. Express 23, A1720 (2015), doi:10.1364/OE.23.0A1720)',
    aligned:
      'the same, light that entered through a facet followed to the next face in the plane of its slope; facets may vary (front.facets)',
    basore: 'the same as specular',
  },
};

/** Stands where a word has no entry of its own. */
export const describedElsewhere = 'see docs/physics.md and docs/models.md';
