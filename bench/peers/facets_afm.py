"""How the facets of real pyramids vary: slope and azimuth of every point of a measured map of heights.

The map is an atomic force micrograph of random pyramids that RayFlare ships with its examples,
examples/data/si_PyramidSide_30jan_0001_ZSensor.txt (5.02 um square, 256 points a side). Prints the share of steep points,
mean and standard deviation of their slope, and of their azimuth, folded onto one side of a pyramid: how far the two
facets of a side are turned either way, their standard deviation, and the share of points that are on either (two
normal distributions on an even background, by expectation and maximisation). Needs numpy.

    python facets_afm.py si_PyramidSide_30jan_0001_ZSensor.txt
"""
import sys

import numpy as np

width = 5.02
heights = np.loadtxt(sys.argv[1], comments="#") * 1e6
down, along = np.gradient(heights, width / (heights.shape[0] - 1))
slope = np.degrees(np.arctan(np.hypot(down, along)))
steep = slope > 30
azimuth = np.degrees(np.arctan2(down, along))[steep]
print("steep: %.3f of all, slope %.1f, standard deviation %.1f degrees" % (steep.mean(), slope[steep].mean(), slope[steep].std()))

# Sides lie 90 degrees apart: their middle from the fourth harmonic.
middle = np.degrees(np.angle(np.exp(4j * np.radians(azimuth)).mean())) / 4
off = (azimuth - middle + 45) % 90 - 45
turn, spread, facets = 10.0, 5.0, 0.5
for _ in range(500):
    normal = lambda centre: np.exp(-((off - centre) ** 2) / (2 * spread**2)) / (spread * np.sqrt(2 * np.pi))
    plus, minus = facets / 2 * normal(turn), facets / 2 * normal(-turn)
    total = plus + minus + (1 - facets) / 90
    plus, minus = plus / total, minus / total
    weight = plus.sum() + minus.sum()
    turn = ((plus * off).sum() - (minus * off).sum()) / weight
    spread = np.sqrt(((plus * (off - turn) ** 2).sum() + (minus * (off + turn) ** 2).sum()) / weight)
    facets = weight / off.size
print("turned %.1f either way, standard deviation %.1f degrees, share on either %.2f" % (turn, spread, facets))
