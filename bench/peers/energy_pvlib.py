"""Milliseconds that pvlib takes for a year of maximum power by the CEC model.

The hours and the module of bench/energy.ts. Needs requirements-energy.txt installed. Prints one
line of JSON: version, median milliseconds, sum of the power.
"""
import json
import statistics
import time

import numpy as np
import pvlib

hour = np.arange(8760)
day = hour // 24
light = 1000 * np.maximum(0, np.sin(np.pi * (hour % 24 - 6) / 12)) * (0.7 + 0.3 * np.cos(day))
temperature = 10 + 12 * np.sin(2 * np.pi * day / 365) + 0.03 * light


def year():
    parameters = pvlib.pvsystem.calcparams_cec(
        light, temperature, alpha_sc=0.003587, a_ref=1.46072, I_L_ref=10.5641,
        I_o_ref=7.93922e-13, R_sh_ref=147.956, R_s=0.197251, Adjust=-6.80576)
    return pvlib.pvsystem.max_power_point(*parameters, method="newton")["p_mp"]


times = []
for _ in range(15):
    start = time.perf_counter()
    power = year()
    times.append(time.perf_counter() - start)
print(json.dumps({
    "version": pvlib.__version__,
    "milliseconds": 1e3 * statistics.median(times),
    "sum": float(np.nansum(power)),
}))
