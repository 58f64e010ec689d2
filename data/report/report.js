// What a report does in a browser: the theme, values under the pointer or the arrow keys, numbers of
// figures as CSV. Without it everything can still be read; nothing is loaded.
(() => {
  const root = document.documentElement;

  // The theme: the system's, until the button is pressed.
  const button = document.querySelector('.theme');
  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : systemDark.matches);
  const name = () => {
    button.textContent = isDark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', `Switch to the ${isDark() ? 'light' : 'dark'} theme`);
  };
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    name();
  });
  systemDark.addEventListener('change', name);
  name();
  button.hidden = false;

  // On paper everything is open.
  addEventListener('beforeprint', () => {
    for (const closed of document.querySelectorAll('details:not([open])')) {
      closed.open = true;
      closed.dataset.closed = '';
    }
  });
  addEventListener('afterprint', () => {
    for (const closed of document.querySelectorAll('details[data-closed]')) {
      closed.open = false;
      delete closed.dataset.closed;
    }
  });

  const signs = (text) => text.replaceAll('-', '−');
  /** A number alone: five digits, a power of ten where it is very large or small. */
  const written = (value) => {
    const size = Math.abs(value);
    const isPlain = value === 0 || (size >= 1e-3 && size < 1e5);
    return signs(isPlain ? String(Number(value.toPrecision(5))) : value.toExponential(3));
  };
  /** A number on an axis: as many decimals as its length has use for, the same for all lines. */
  const onAxis = (value, { kind, span }) =>
    kind === 'log'
      ? written(value)
      : signs(value.toFixed(Math.max(0, 4 - Math.floor(Math.log10(span))))).replace(
          /^−(0\.?0*)$/,
          '$1',
        );
  const shown = (value, { quantity, unit }) =>
    `${quantity} ${written(value)}${unit ? ` ${unit}` : ''}`;
  const svgElement = (tag, attributes) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  /** Numbers of a series: as they are, or added up from steps of their last decimal. */
  const added = (numbers) => {
    if (Array.isArray(numbers)) return numbers;
    let { steps } = numbers;
    for (let order = numbers.order; order > 0; order--) {
      let sum = 0;
      steps = steps.map((step) => (sum += step));
    }
    return steps.map((step) => step / 10 ** numbers.decimals);
  };
  /** What a figure holds of its panels. */
  const panelsOf = (script) =>
    JSON.parse(script.textContent).map((panel) =>
      panel.kind === 'curves'
        ? {
            ...panel,
            xs: panel.xs.map(added),
            series: panel.series.map((series) => ({ ...series, y: added(series.y) })),
          }
        : panel,
    );

  const quoted = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  /** The numbers of a figure, a line a point. */
  const csvOf = (panels) => {
    const rows = panels.flatMap((panel, k) => {
      const where = { panel: panel.title ?? String(k + 1) };
      return panel.kind === 'curves'
        ? panel.series.flatMap(({ name: series, x, y }) =>
            y.map((value, i) => ({
              ...where,
              series,
              [panel.x.key]: panel.xs[x][i],
              [panel.y.key]: value,
            })),
          )
        : panel.bars.map(([category, series, from, to]) => ({
            ...where,
            [panel.category.key]: category,
            series,
            from,
            [panel.value.key]: to,
          }));
    });
    const heads = [...new Set(rows.flatMap(Object.keys))];
    const lines = rows.map((row) => heads.map((head) => quoted(String(row[head] ?? ''))).join(','));
    return `${[heads.join(','), ...lines].join('\n')}\n`;
  };

  const save = (file, text) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  /** A panel of lines as it stands in a drawing: its frame and axes, px of the drawing. */
  const placed = (svg, panel) => {
    const numbers = (attribute) => svg.getAttribute(attribute).split(' ');
    const [left, top, right, bottom] = numbers('data-frame').map(Number);
    const scale = (attribute, from, to) => {
      const [kind, low, high] = numbers(attribute);
      const of = kind === 'log' ? Math.log : (value) => value;
      const [a, b] = [of(Number(low)), of(Number(high))];
      const at = (value) => from + ((of(value) - a) / (b - a)) * (to - from);
      return Object.assign(at, { kind, span: Number(high) - Number(low) });
    };
    const x = scale('data-x', left, right);
    const y = scale('data-y', bottom, top);
    const inside = (value) => x(value) >= left - 0.01 && x(value) <= right + 0.01;
    const stops = [...new Set(panel.xs.flat())].filter(inside).sort((a, b) => a - b);
    return { svg, panel, left, top, right, bottom, x, y, stops };
  };

  /** Values of the lines of a panel that have a point at x or on both sides of it. */
  const valuesAt = ({ panel }, at) =>
    panel.series.flatMap(({ name: series, color, area, x, y }) => {
      const xs = panel.xs[x];
      const k = xs.findIndex((value, i) => i > 0 && between(at, xs[i - 1], value));
      const exact = xs.lastIndexOf(at);
      if (exact >= 0) return [{ series, color, area, value: y[exact] }];
      if (k < 1) return [];
      const share = (at - xs[k - 1]) / (xs[k] - xs[k - 1]);
      return [{ series, color, area, value: y[k - 1] + share * (y[k] - y[k - 1]) }];
    });
  const between = (at, a, b) => (at >= a && at <= b) || (at >= b && at <= a);

  /** A button that saves something. */
  const saver = (label, act) => {
    const tools = document.createElement('p');
    tools.className = 'tools';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', act);
    tools.append(button);
    return tools;
  };
  for (const text of document.querySelectorAll('pre[data-file]')) {
    text.before(saver('Save the file', () => save(text.dataset.file, text.textContent)));
  }
  const numbersOf = new Map();
  for (const figure of document.querySelectorAll('figure.plot')) {
    const numbers = figure.querySelector('script');
    if (!numbers) continue;
    const values = panelsOf(numbers);
    figure.append(saver('Save numbers as CSV', () => save(`${figure.id}.csv`, csvOf(values))));
    readable(figure.querySelector('.drawing'), values);
    numbersOf.set(figure, values);
  }

  // Drawings for narrow windows are packed until there is one.
  const isNarrow = matchMedia('(max-width: 40rem)');
  const unpack = async () => {
    if (!isNarrow.matches) return;
    isNarrow.removeEventListener('change', unpack);
    const packed = atob(document.getElementById('narrow-drawings').textContent);
    const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    for (const [id, text] of Object.entries(await new Response(stream).json())) {
      const figure = document.getElementById(id);
      const wide = figure.querySelector('.drawing');
      wide.insertAdjacentHTML('afterend', text);
      const values = numbersOf.get(figure);
      if (values) readable(wide.nextElementSibling, values);
      figure.classList.add('both');
    }
  };
  isNarrow.addEventListener('change', unpack);
  unpack();

  /** Gives a drawing a pointer that reads its values, which arrow keys move too. */
  function readable(drawing, values) {
    const tip = document.createElement('div');
    tip.className = 'tip';
    tip.hidden = true;
    tip.setAttribute('role', 'status');
    drawing.append(tip);
    const outer = drawing.querySelector('svg');
    const panels = [...outer.querySelectorAll('svg[data-panel]')].map((svg) => {
      const panel = values[Number(svg.dataset.panel)];
      return panel.kind === 'curves' ? placed(svg, panel) : barsOf(svg, panel);
    });
    let current;
    let mark;

    function barsOf(svg, panel) {
      const bars = [...svg.querySelectorAll('g[data-mark="bar"] rect')];
      return { svg, panel, bars };
    }

    const hide = () => {
      tip.hidden = true;
      mark?.remove();
      mark = undefined;
      current = undefined;
    };
    const place = (x, y) => {
      const box = drawing.getBoundingClientRect();
      tip.hidden = false;
      const room = box.width - tip.offsetWidth;
      const beside = x - box.left + 14;
      tip.style.left = `${Math.max(0, beside > room ? Math.min(room, x - box.left - tip.offsetWidth - 14) : beside)}px`;
      tip.style.top = `${Math.max(0, y - box.top - tip.offsetHeight / 2)}px`;
    };
    const write = (title, lines) => {
      const head = document.createElement('b');
      head.textContent = title;
      const list = document.createElement('ul');
      for (const { color, text } of lines) {
        const item = document.createElement('li');
        if (color) {
          const swatch = document.createElement('i');
          swatch.style.background = color;
          item.append(swatch);
        }
        item.append(text);
        list.append(item);
      }
      tip.replaceChildren(head, list);
    };

    /** Reads a panel of lines at one of its stops. */
    const readLines = (at, stop) => {
      const { panel, svg, x, y, top, bottom } = at;
      const value = at.stops[stop];
      const found = valuesAt(at, value);
      write(shown(value, panel.x), [
        ...(panel.y.unit ? [{ text: `${panel.y.quantity}, ${panel.y.unit}` }] : []),
        ...found.map(({ series, color, value: read }) => ({
          color,
          text: `${series} ${onAxis(read, y)}`,
        })),
      ]);
      mark?.remove();
      mark = svgElement('g', { class: 'reading' });
      mark.append(
        svgElement('line', {
          x1: x(value),
          x2: x(value),
          y1: top,
          y2: bottom,
          stroke: 'currentColor',
          'stroke-opacity': 0.6,
          'stroke-dasharray': '3 3',
        }),
      );
      for (const { color, value: read } of found.filter(({ area }) => !area)) {
        const height = y(read);
        if (height >= top && height <= bottom) {
          mark.append(svgElement('circle', { cx: x(value), cy: height, r: 4, fill: color }));
        }
      }
      svg.append(mark);
      const box = mark.firstChild.getBoundingClientRect();
      place(box.left, box.top + box.height / 2);
      current = { at, stop };
    };

    const readBar = (at, k) => {
      const { panel, bars } = at;
      const [category, series, from, to] = panel.bars[k];
      const long = from === 0 ? to : to - from;
      write(series === '' ? category : `${category}, ${series}`, [
        { color: bars[k].getAttribute('fill'), text: shown(long, panel.value) },
      ]);
      mark?.remove();
      mark = bars[k].cloneNode(false);
      mark.setAttribute('class', 'reading');
      mark.setAttribute('fill', 'none');
      mark.setAttribute('stroke', 'currentColor');
      bars[k].after(mark);
      const box = bars[k].getBoundingClientRect();
      place(box.right, box.top + box.height / 2);
      current = { at, stop: k };
    };
    const read = (at, stop) => (at.bars ? readBar(at, stop) : readLines(at, stop));
    const stopsOf = (at) => (at.bars ? at.bars.length : at.stops.length);

    const follow = (event) => {
      const bar = event.target.closest?.('rect');
      const over = panels.find(({ svg, bars, left, right, top, bottom }) => {
        if (bars) return bar !== null && bars.includes(bar);
        const at = inside(svg, event);
        return at.x >= left - 4 && at.x <= right + 4 && at.y >= top && at.y <= bottom;
      });
      if (!over) return hide();
      if (over.bars) return readBar(over, over.bars.indexOf(bar));
      const { x } = inside(over.svg, event);
      let nearest = 0;
      over.stops.forEach((stop, k) => {
        if (Math.abs(over.x(stop) - x) < Math.abs(over.x(over.stops[nearest]) - x)) nearest = k;
      });
      if (over.stops.length > 0) readLines(over, nearest);
    };
    drawing.addEventListener('pointermove', follow);
    drawing.addEventListener('pointerdown', follow);
    // A finger that is lifted leaves what it pointed at.
    drawing.addEventListener(
      'pointerleave',
      ({ pointerType }) => pointerType === 'mouse' && hide(),
    );
    document.addEventListener('pointerdown', ({ target }) => !drawing.contains(target) && hide());
    drawing.addEventListener('blur', hide);
    drawing.addEventListener('keydown', (event) => {
      const steps = { ArrowRight: 1, ArrowLeft: -1, PageUp: 10, PageDown: -10 };
      if (event.key === 'Escape') return hide();
      if (event.key === 'Tab' || panels.length === 0) return;
      const at = current?.at ?? panels[0];
      const last = stopsOf(at) - 1;
      if (last < 0) return;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const next = panels[panels.indexOf(at) + (event.key === 'ArrowDown' ? 1 : -1)];
        if (!current || !next || stopsOf(next) === 0) return;
        event.preventDefault();
        return read(next, Math.min(current.stop, stopsOf(next) - 1));
      }
      const wanted =
        event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? last
            : event.key in steps
              ? (current?.stop ?? (steps[event.key] > 0 ? -1 : last + 1)) + steps[event.key]
              : undefined;
      if (wanted === undefined) return;
      event.preventDefault();
      read(at, Math.max(0, Math.min(last, wanted)));
    });
  }

  /** A pointer in the px of a drawing, however large it is shown. */
  function inside(svg, event) {
    const point = new DOMPoint(event.clientX, event.clientY);
    return point.matrixTransform(svg.getScreenCTM().inverse());
  }
})();
