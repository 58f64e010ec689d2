"""Wavelength-layer evaluations a second of tmm and of Solcore's vectorised copy of it.

The work of bench/optics.ts: three absorbing films on an absorbing substrate, s and p, with the
absorption of each layer; indices as there, 30 degrees, 901 wavelengths. Needs
requirements-optics.txt installed. Prints one line of JSON: package, rate by
processor time, so that other work on the machine does not count.
"""
import importlib.util
import json
import os
import statistics
import time
import warnings

import numpy as np
import tmm

warnings.filterwarnings("ignore")
index = [1.0, 2.05 + 0.01j, 4.3 + 0.3j, 4.1 + 0.2j, 3.8 + 0.01j]
thickness = [np.inf, 70.0, 5.0, 5.0, np.inf]
films = 3
wavelength = np.arange(300, 1201, 1.0)
angle = np.pi / 6


def rate(work, evaluations, runs=5):
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return evaluations / statistics.median(times)


def scalar():
    for lam in wavelength[::10]:
        for polarisation in "sp":
            tmm.absorp_in_each_layer(tmm.coh_tmm(polarisation, index, thickness, angle, lam))


# The file alone: the package around it wants a configuration and a SPICE.
package = importlib.util.find_spec("solcore").submodule_search_locations[0]
path = os.path.join(package, "absorption_calculator", "tmm_core_vec.py")
spec = importlib.util.spec_from_file_location("tmm_core_vec", path)
vector = importlib.util.module_from_spec(spec)
spec.loader.exec_module(vector)
indices = np.array(index)[:, None] * np.ones(len(wavelength))


def vectorised():
    for polarisation in "sp":
        data = vector.coh_tmm(polarisation, indices, np.array(thickness), angle, wavelength)
        vector.absorp_in_each_layer(data)


print(json.dumps({
    "tmm": round(rate(scalar, len(wavelength[::10]) * 2 * films)),
    "solcore": round(rate(vectorised, len(wavelength) * 2 * films)),
}))
