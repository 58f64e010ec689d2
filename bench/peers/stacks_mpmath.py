"""Reflectance, absorptance and transmittance of coherent stacks with 50 digits.

Where double precision goes wrong: near grazing incidence, out of a dense medium around the
critical angle and beyond, light along a film, thick absorbing films. The plain product of
characteristic matrices (H. A. Macleod, Thin-Film Optical Filters, ch. 2), which is unstable
in doubles and harmless with enough digits. Needs requirements-stacks.txt installed. Prints
test/reference/mpmath/stacks.json.
"""
import json

from mpmath import cos, exp, matrix, mp, mpc, mpf, pi, sin, sqrt

mp.dps = 50


def normal(index, kx):
    q = sqrt(index * index - kx * kx)
    return -q if q.imag < 0 else q


def solve(n0, films, substrate, wavelength, sine, polarisation):
    """Shares R, A of each film, T."""
    kx = n0 * sine
    eta = lambda index: normal(index, kx) if polarisation == "s" else index**2 / normal(index, kx)
    fields = matrix([1, eta(substrate)])
    flux = [(fields[0] * fields[1].conjugate()).real]
    for index, thickness in reversed(films):
        delta = 2 * pi * normal(index, kx) * thickness / wavelength
        admittance = eta(index)
        step = matrix(
            [
                [cos(delta), -1j * sin(delta) / admittance],
                [-1j * admittance * sin(delta), cos(delta)],
            ]
        )
        fields = step * fields
        flux.insert(0, (fields[0] * fields[1].conjugate()).real)
    eta0 = eta(mpc(n0))
    total = eta0 * fields[0] + fields[1]
    reflected = abs((eta0 * fields[0] - fields[1]) / total) ** 2
    scale = 4 * eta0.real / abs(total) ** 2
    entering = [scale * value for value in flux]
    films_take = [entering[j] - entering[j + 1] for j in range(len(films))]
    return [reflected, *films_take, entering[-1]]


silicon = (3.57, 5.1e-4)
stacks = [
    # Out of the air, nearly along the surface.
    ("bare silicon", 1.0, [], silicon, 1000, "grazing"),
    ("ITO and a-Si:H on silicon", 1.0, [((2.05, 0.01), 70), ((4.3, 0.3), 5)], (3.8, 0.01), 600, "grazing"),
    ("an absorbing film of 20 um", 1.0, [((3.0, 0.5), 20000)], (1.5, 0), 500, "grazing"),
    ("silver of 300 nm", 1.0, [((0.05, 4.2), 300)], (1.5, 0), 700, "grazing"),
    # Out of silicon: total reflection, with light that tunnels through films.
    ("silicon to air", 3.57, [], (1.0, 0), 1000, "dense"),
    ("silicon, nitride, air", 3.57, [((2.0, 0), 75)], (1.0, 0), 1000, "dense"),
    ("silicon, oxide of 100 nm, silver", 3.57, [((1.45, 0), 100)], (0.04, 7.0), 1000, "dense"),
    ("silicon, air gap of 300 nm, silicon", 3.57, [((1.0, 0), 300)], (3.57, 0), 1000, "dense"),
    ("silicon, air gap of 3 um, silicon", 3.57, [((1.0, 0), 3000)], (3.57, 0), 1000, "dense"),
    ("silicon, ITO, nitride, aluminium", 3.57, [((1.7, 0.02), 80), ((2.0, 0), 100)], (1.3, 9.5), 1000, "dense"),
]
angles = {
    "grazing": ["60", "85", "89", "89.9", "89.99", "89.9999"],
    "dense": ["10", "16", "16.2", "16.3", "24", "34", "34.07", "45", "70", "89", "89.99"],
}

rows = []
for name, n0, films, substrate, wavelength, kind in stacks:
    for angle in angles[kind]:
        # The sine as a double, so that both sides mean the same light.
        sine = mpf(float(sin(mpf(angle) * pi / 180)))
        for polarisation in "sp":
            shares = solve(
                mpf(n0),
                [(mpc(*index), mpf(d)) for index, d in films],
                mpc(*substrate),
                mpf(wavelength),
                sine,
                polarisation,
            )
            rows.append(
                {
                    "name": name,
                    "n0": n0,
                    "films": [[*index, d] for index, d in films],
                    "substrate": substrate,
                    "wavelength_nm": wavelength,
                    "sine": float(sine),
                    "angle_deg": float(angle),
                    "polarisation": polarisation,
                    "shares": [float(share) for share in shares],
                }
            )
source = "bench/peers/stacks_mpmath.py, mpmath, 50 digits"
lines = ",\n".join("  " + json.dumps(row) for row in rows)
print('{\n "source": ' + json.dumps(source) + ',\n "rows": [\n' + lines + "\n ]\n}")
