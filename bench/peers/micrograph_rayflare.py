"""What a bare wafer absorbs whose pyramids are those of a measured map of heights, by RayFlare: rays over the map itself.

The map is the micrograph of facets_afm.py, every fourth or sixth point of it, mirrored at two sides so that it
repeats; 200 um of silicon (data/optics/c-si.csv) in air, planar behind, light from 8 degrees. Prints wavelength (nm), what
is absorbed, what is reflected at once, what leaves in front, and behind; 400 rays each, which scatter by 0.02. Needs
requirements-pyramids.txt installed; minutes.

    python micrograph_rayflare.py si_PyramidSide_30jan_0001_ZSensor.txt 6
"""
import os
import sys
import tempfile

import numpy as np
from rayflare.options import default_options
from rayflare.ray_tracing import rt_structure
from rayflare.textures import heights_texture, planar_surface
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

name, step = sys.argv[1], int(sys.argv[2])
heights = np.loadtxt(name, comments="#") * 1e6
side = 5.02 / (heights.shape[0] - 1) * step
heights = heights[::step, ::step]
width = 2 * side * (heights.shape[0] - 1)
heights = np.block([[heights, heights[:, -2::-1]], [heights[-2::-1], heights[-2::-1, -2::-1]]])

options = default_options()
options.wavelength = np.array([1037, 1072, 1086, 1103, 1129]) * 1e-9
options.theta_in = np.radians(8)
options.n_rays = 400
options.nx = options.ny = 10
options.parallel = False
options.pol = "u"
options.project_name = f"micrograph_{step}"
options.randomize_surface = True
options.I_thresh = 1e-2
air = material("Air")()
wafer = rt_structure(
    textures=[heights_texture(heights - heights.min(), width, width), planar_surface(size=width)],
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
for row in zip(options.wavelength * 1e9, result["A_per_layer"][:, 0], result["R0"], result["R"], result["T"]):
    print("%.0f,%.3f,%.3f,%.3f,%.3f" % row)
