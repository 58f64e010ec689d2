"""Milliseconds that pvlib takes for what bench/energy.ts and bench/fieldPipeline.ts do.

`diode`: a year of maximum power by the CEC model, for the hours and the module of bench/energy.ts.
`pipeline`: sun (NREL's SPA), light on the plane by Perez, temperature by Faiman, maximum power by
the CEC model for the typical year whose TMY3 file is the argument; the file is read before.
Needs requirements-energy.txt installed. Prints one line of JSON: version, median milliseconds, sums.
"""
import json
import statistics
import sys
import time

import numpy as np
import pandas as pd
import pvlib

MODULE = dict(
    alpha_sc=0.003587, a_ref=1.46072, I_L_ref=10.5641, I_o_ref=7.93922e-13,
    R_sh_ref=147.956, R_s=0.197251, Adjust=-6.80576)


def maximum_power(light, temperature):
    parameters = pvlib.pvsystem.calcparams_cec(light, temperature, **MODULE)
    return np.asarray(pvlib.pvsystem.max_power_point(*parameters, method="newton")["p_mp"])


def median_ms(year, runs=15):
    year()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        year()
        times.append(time.perf_counter() - start)
    return 1e3 * statistics.median(times)


def diode():
    hour = np.arange(8760)
    day = hour // 24
    light = 1000 * np.maximum(0, np.sin(np.pi * (hour % 24 - 6) / 12)) * (0.7 + 0.3 * np.cos(day))
    temperature = 10 + 12 * np.sin(2 * np.pi * day / 365) + 0.03 * light
    return lambda: {"power": float(np.nansum(maximum_power(light, temperature)))}


def pipeline(path):
    data, place = pvlib.iotools.read_tmy3(path, coerce_year=1990, map_variables=True)
    middle = data.index - pd.Timedelta(minutes=30)
    latitude, longitude, altitude = place["latitude"], place["longitude"], place["altitude"]
    pressure = pvlib.atmosphere.alt2pres(altitude)
    ghi, dni, dhi = (data[name].to_numpy(float) for name in ("ghi", "dni", "dhi"))
    air, wind = data["temp_air"].to_numpy(float), data["wind_speed"].to_numpy(float)

    def year():
        sun = pvlib.solarposition.get_solarposition(
            middle, latitude, longitude, altitude, pressure, method="nrel_numpy")
        zenith = sun["apparent_zenith"].to_numpy()
        azimuth = sun["azimuth"].to_numpy()
        extra = np.asarray(pvlib.irradiance.get_extra_radiation(middle))
        airmass = pvlib.atmosphere.get_relative_airmass(zenith)
        parts = pvlib.irradiance.get_total_irradiance(
            30, 180, zenith, azimuth, dni, ghi, dhi, dni_extra=extra, airmass=airmass,
            albedo=0.25, model="perez")
        light = np.nan_to_num(np.asarray(parts["poa_global"]))
        temperature = pvlib.temperature.faiman(light, air, wind)
        power = maximum_power(light, temperature)
        return {"light": float(light.sum()), "power": float(np.nansum(power))}

    return year


result = {"version": pvlib.__version__}
for name, year in (("diode", diode()), ("pipeline", pipeline(sys.argv[1]))):
    result[name] = {"milliseconds": median_ms(year), **year()}
print(json.dumps(result))
