"""Time of one 36-point J-V curve in Sesame, on the mesh of test/reference/sesame/homojunction.json.

Needs Sesame (https://github.com/usnistgov/sesame) on PYTHONPATH and requirements.txt installed.
Prints one line: median seconds a curve, nodes, points, short-circuit current in mA/cm2.
"""
import contextlib
import io
import json
import logging
import os
import statistics
import sys
import tempfile
import time

import numpy as np
import sesame

logging.disable(logging.CRITICAL)
here = os.path.dirname(os.path.abspath(__file__))
reference = json.load(open(os.path.join(here, "../../test/reference/sesame/homojunction.json")))
x = np.array(reference["mesh_cm"])
voltages = np.array(reference["voltage_V"])
material = reference["material"]


def build():
    system = sesame.Builder(x)
    system.add_material({
        "Nc": material["Nc"], "Nv": material["Nv"], "Eg": material["Eg"],
        "affinity": material["affinity"], "epsilon": material["epsilon"],
        "mu_e": material["mu_e"], "mu_h": material["mu_h"],
        "tau_e": material["tau_e"], "tau_h": material["tau_h"], "Et": material["Et"],
    })
    junction = 0.3e-4
    system.add_donor(1e19, lambda pos: pos < junction)
    system.add_acceptor(1e16, lambda pos: pos >= junction)
    system.contact_type("Ohmic", "Ohmic")
    system.contact_S(1e7, 1e4, 1e2, 1e7)
    system.generation(lambda pos: 2.5e17 * 600 * np.exp(-600 * pos))
    return system


times = []
current = None
with tempfile.TemporaryDirectory() as folder:
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 3):
        system = build()
        start = time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            j = sesame.IVcurve(system, voltages, os.path.join(folder, "jv"))
        times.append(time.perf_counter() - start)
        current = abs(j[0] * system.scaling.current * 1e3)
print(json.dumps({
    "seconds": statistics.median(times), "nodes": len(x), "points": len(voltages),
    "jsc_mA_cm2": float(current),
}))
