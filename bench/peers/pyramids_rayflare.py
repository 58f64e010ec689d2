"""Reflectance of pyramids by RayFlare: rays, films by transfer matrices.

The wafers of test/optics/weightedReflection.test.ts: 160 um of silicon (data/optics/c-si.csv) in air, planar behind,
pyramids in rows of 54.74 degrees in front, bare or under 75 nm of n = 2. Prints wavelength (nm), what is reflected at
once, and all that leaves in front. Needs requirements-pyramids.txt installed; two minutes each.

    python pyramids_rayflare.py upright coated
    python pyramids_rayflare.py inverted coated
    python pyramids_rayflare.py upright bare
"""
import os
import sys
import tempfile

import numpy as np
from rayflare.options import default_options
from rayflare.ray_tracing import rt_structure
from rayflare.textures import planar_surface, regular_pyramids
from solcore import material
from solcore.material_system import create_new_material
from solcore.structure import Layer

data = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "optics")
folder = tempfile.mkdtemp()


def make(name, wavelength, n, k):
    paths = []
    for kind, values in (("n", n), ("k", k)):
        paths.append(os.path.join(folder, f"{name}_{kind}.txt"))
        np.savetxt(paths[-1], np.c_[wavelength, values])
    create_new_material(name, *paths, overwrite=True)
    return material(name)()


with open(os.path.join(data, "c-si.csv")) as file:
    rows = np.array([[float(v) for v in line.split(",")] for line in file if line[:1].isdigit()])
silicon = make("peer_silicon", rows[:, 0] * 1e-9, rows[:, 1], rows[:, 2])
coating = make("peer_coating", np.array([2e-7, 2e-6]), np.array([2.0, 2.0]), np.array([0.0, 0.0]))
shape, films = sys.argv[1:3]

options = default_options()
options.wavelength = np.arange(300, 1101, 20) * 1e-9
options.n_rays = 400
options.nx = options.ny = 20
options.parallel = False
options.pol = "u"
options.project_name = f"pyramids_{shape}_{films}"
options.randomize_surface = True
options.I_thresh = 1e-3
layers = {"interface_layers": [Layer(75e-9, coating)]} if films == "coated" else {}
wafer = rt_structure(
    textures=[
        regular_pyramids(54.7356, upright=shape == "upright", size=5, **layers),
        planar_surface(size=5),
    ],
    materials=[silicon],
    widths=[160e-6],
    incidence=material("Air")(),
    transmission=material("Air")(),
    options=options,
    use_TMM=films == "coated",
    save_location=folder,
    overwrite=True,
)
result = wafer.calculate(options)
for row in zip(options.wavelength * 1e9, result["R0"], result["R"]):
    print("%.0f,%.5f,%.5f" % row)
