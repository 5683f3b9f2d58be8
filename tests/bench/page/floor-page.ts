import type { FloorCut } from './floor-cut.ts';

type FloorParts = {
  readonly cut: FloorCut;
  readonly styles: string;
  readonly teams: readonly string[];
  /** Attributes of the root element, such as its theme. */
  readonly rootAttributes: string;
};

/** What a careful hand would write to switch teams: no framework, elements looked up once. Also marks as the app does. */
const SCRIPT = `
const data = document.getElementById('figures');
const afterPaint = (run) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); run(); };
  port2.postMessage(null);
});
afterPaint(() => { for (const name of ['kept:tiles', 'kept:trends', 'kept:interactive']) performance.mark(name); });
let parsed, elements;
document.getElementById('team').addEventListener('change', (event) => {
  parsed ??= JSON.parse(data.textContent);
  elements ??= new Map([...document.querySelectorAll('[data-k]')].map((element) => [Number(element.dataset.k), element]));
  const values = parsed.values[event.target.selectedIndex];
  parsed.slots.forEach(([k, what], index) => {
    const element = elements.get(k), value = values[index];
    if (what === '') { element.outerHTML = value; elements.set(k, document.querySelector('[data-k="' + k + '"]')); }
    else if (what[0] === '@') element.setAttribute(what.slice(1), value);
    else element.childNodes[what.slice(1)].data = value;
  });
  afterPaint(() => performance.measure('kept:team-switch', { start: event.timeStamp, end: performance.now() }));
});`;

const SELECT_STYLE = '#team{position:absolute;top:0;left:0;opacity:.01}';

/** The floor: the same picture as one static page with styles, figures of all teams and script inlined. */
export const floorPage = ({ cut, styles, teams, rootAttributes }: FloorParts): string =>
  `<!doctype html><html ${rootAttributes}><head><meta charset="utf-8"><title>Kept</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><style>${styles}${SELECT_STYLE}</style></head><body>${cut.html}<select id="team" aria-label="Team">${teams
    .map((name) => `<option>${name}</option>`)
    .join('')}</select><script type="application/json" id="figures">${JSON.stringify({
    slots: cut.slots,
    values: cut.values,
  }).replaceAll('</', '<\\/')}</script><script>${SCRIPT}</script></body></html>`;
