"""What bare wafers absorb near the band edge, by RayFlare: rays through the whole wafer.

200 um of silicon (data/optics/c-si.csv) in air, pyramids in rows of 54.74 degrees in front, planar or pyramids behind,
light from 8 degrees: the wafers of test/optics/aligned.test.ts. Prints wavelength (nm), what is absorbed, what leaves in
front, and behind. Needs requirements-pyramids.txt installed; a minute each.

    python wafers_rayflare.py upright planar
    python wafers_rayflare.py upright pyramids
    python wafers_rayflare.py inverted planar
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

data = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "optics")
folder = tempfile.mkdtemp()
with open(os.path.join(data, "c-si.csv")) as file:
    rows = np.array([[float(v) for v in line.split(",")] for line in file if line[:1].isdigit()])
paths = []
for kind, column in (("n", 1), ("k", 2)):
    paths.append(os.path.join(folder, f"{kind}.txt"))
    np.savetxt(paths[-1], np.c_[rows[:, 0] * 1e-9, rows[:, column]])
create_new_material("peer_silicon", *paths, overwrite=True)

front, rear = sys.argv[1:3]
options = default_options()
options.wavelength = np.array([1037, 1072, 1086, 1103, 1129]) * 1e-9
options.theta_in = np.radians(8)
options.n_rays = 3000
options.nx = options.ny = 20
options.parallel = False
options.pol = "u"
options.project_name = f"wafer_{front}_{rear}"
options.randomize_surface = True
options.I_thresh = 1e-3
air = material("Air")()
wafer = rt_structure(
    textures=[
        regular_pyramids(54.7356, upright=front == "upright", size=5),
        # Upright is as seen from the front: outwards behind is not.
        regular_pyramids(54.7356, upright=False, size=5) if rear == "pyramids" else planar_surface(size=5),
    ],
    materials=[material("peer_silicon")()],
    widths=[200e-6],
    incidence=air,
    transmission=air,
    options=options,
    use_TMM=False,
    save_location=folder,
    overwrite=True,
)
result = wafer.calculate(options)
for row in zip(options.wavelength * 1e9, result["A_per_layer"][:, 0], result["R"], result["T"]):
    print("%.0f,%.4f,%.4f,%.4f" % row)
