import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, jsonScript } from '../../src/report/page/html.ts';
import { listed, unitText, withDois } from '../../src/report/page/prose.ts';
import { steppedNumbers } from '../../src/report/page/steppedNumbers.ts';
import { tableHtml } from '../../src/report/page/tableHtml.ts';

test('texts are escaped wherever they stand, markup is not', () => {
  const hostile = `"><script>alert('&')</script>`;
  const made = html`<p title="${hostile}">${hostile}${html`<b>${1}</b>`}${[undefined, false, 'x']}</p>`;
  const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;';
  expect(made.text).toBe(`<p title="${escaped}">${escaped}<b>1</b>x</p>`);
});

test('no text ends the script that numbers stand in', () => {
  const { text } = jsonScript({ name: '</script><script>alert(1)</script>' });
  expect(text.match(/<\/?script/g)).toHaveLength(2);
  expect(JSON.parse(text.replace(/<[^>]*>/g, ''))).toEqual({
    name: '</script><script>alert(1)</script>',
  });
});

test.each([
  ['A (2011), doi:10.1002/pip.1050', '10.1002/pip.1050'],
  ['a sentence, doi:10.1063/1.3006053.', '10.1063/1.3006053'],
  ['(in brackets, doi:10.1109/PVSC.1997.654065)', '10.1109/PVSC.1997.654065'],
  ['doi:10.1016/0038-092X(90)90055-H, table 6', '10.1016/0038-092X(90)90055-H'],
  ['(doi:10.1016/S0927-0248(00)00408-6)', '10.1016/S0927-0248(00)00408-6'],
  ['doi:10.1109/T-ED.1984.21594: alpha', '10.1109/T-ED.1984.21594'],
])('the DOI in %s becomes a link', (text, name) => {
  const made = withDois(text).text;
  expect(made).toContain(`href="https://doi.org/${name}"`);
  expect(made.replace(/<[^>]*>/g, '')).toBe(text);
});

test('a text with no DOI stays a text', () => {
  expect(withDois('doi:10.1/<b>').text).toBe('doi:10.1/&lt;b&gt;');
});

test('units and lists read as people write them', () => {
  expect(['W/m2', 'mA/cm2', 'kWh/m2', '%/K', 'cm⁻³'].map(unitText)).toEqual([
    'W/m²',
    'mA/cm²',
    'kWh/m²',
    '%/K',
    'cm⁻³',
  ]);
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
});

test('a table says which head is of which cell, and saves all digits of its numbers', () => {
  const { text } = tableHtml(
    {
      title: 'Cells <b>',
      columns: [
        { key: 'cell', head: 'Cell', unit: '', digits: 0 },
        { key: 'gain_pct', head: 'Gain', unit: '%', digits: 1, signed: true },
        { key: 'n_cm3', head: 'Density', unit: 'cm⁻³', digits: { significant: 3 } },
      ],
      rows: [
        ['shj', 10.123456789, 1.5e15],
        ['perc', -0.04, 2e-3],
      ],
    },
    { file: 'cells.csv' },
  );
  expect(text).toContain('<caption>Cells &lt;b&gt;</caption>');
  expect(text.match(/<th scope="col"/g)).toHaveLength(3);
  expect(text.match(/<th scope="row">/g)).toHaveLength(2);
  expect(text).toContain('<td class="n">+10.1</td><td class="n">1.50·10<sup>15</sup></td>');
  expect(text).toContain('<td class="n">0.0</td><td class="n">2.00·10<sup>−3</sup></td>');
  const saved = /download="cells.csv" href="data:text\/csv;charset=utf-8,([^"]*)"/.exec(text)![1]!;
  expect(decodeURIComponent(saved)).toBe(
    'cell,gain_pct,n_cm3\nshj,10.123456789,1500000000000000\nperc,-0.04,0.002\n',
  );
});

test('numbers come back from their steps to the last decimal, and smooth ones are short', () => {
  /** As the script of the page adds them up. */
  const added = ({ decimals, order, steps }: NonNullable<ReturnType<typeof steppedNumbers>>) => {
    let numbers = [...steps];
    for (let k = 0; k < order; k++) {
      let sum = 0;
      numbers = numbers.map((step) => {
        sum += step;
        return sum;
      });
    }
    return numbers.map((step) => step / 10 ** decimals);
  };
  const values = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 8 }), (numbers, decimals) => {
      const back = added(steppedNumbers(numbers, decimals)!);
      numbers.forEach((value, k) => {
        expect(Math.abs(back[k]! - value)).toBeLessThanOrEqual(0.5000001 / 10 ** decimals);
        expect(String(back[k]!).length).toBeLessThanOrEqual(6 + decimals + 1);
      });
    }),
  );
  const smooth = Array.from({ length: 100 }, (_, k) => Math.sin(k / 30));
  const written = smooth.map((value) => Number(value.toFixed(6)));
  expect(added(steppedNumbers(smooth, 6)!)).toEqual(written);
  expect(JSON.stringify(steppedNumbers(smooth, 6)).length).toBeLessThan(
    0.6 * JSON.stringify(written).length,
  );
  expect(steppedNumbers([1e12], 6)).toBeUndefined();
});
