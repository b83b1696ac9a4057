import { html } from 'htm/preact';

// Slack allows twelve series or segments. Each differs from the others in shape alone, so that
// nobody needs to tell colours apart: lines by marker and dash, areas of paint by pattern.
const COLOURS = 6;
const MARKERS = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z',
  'M-4 -4H4V4H-4Z',
  'M0 -5L5 4H-5Z',
  'M0 -5L5 0L0 5L-5 0Z',
];
const PATTERNS = [
  '',
  'M-2 2L2 -2M0 8L8 0M6 10L10 6',
  'M2 4h4M4 2v4',
  'M-2 6L2 10M0 0L8 8M6 -2L10 2',
  'M0 4H8',
  'M4 0V8',
  'M0 8L8 0M0 0L8 8',
  'M0 4H8M4 0V8',
  'M0 6L4 2L8 6',
  'M1 4H5',
  'M4 1V5',
  'M0 2H8M0 6H8',
];

/** The class that gives something the colour of a series or segment. */
export const colourOf = (index: number): string => `series-${index % COLOURS}`;

/** The class that dashes a series' line. No two series share both dash and marker. */
export const dashOf = (index: number): string =>
  `dash-${(index + Math.floor(index / MARKERS.length)) % 4}`;

/** A point of a series. */
export function Marker({ index, x, y }: { index: number; x: number; y: number }) {
  return html`<path
    class=${`marker ${colourOf(index)}`}
    transform=${`translate(${x} ${y})`}
    d=${MARKERS[index % MARKERS.length]}
  />`;
}

/** What paints a bar or a slice: the pattern of that index under this id. */
export const paintOf = (id: string, index: number): string => `url(#${patternId(id, index)})`;

const patternId = (id: string, index: number): string => `${id}-${index % PATTERNS.length}`;

/** The patterns a chart paints with, under an id that no other on the page has. */
export function Patterns({ id, count }: { id: string; count: number }) {
  return html`<defs>
    ${PATTERNS.slice(0, count).map(
      (path, index) => html`<pattern
        key=${index}
        id=${patternId(id, index)}
        class=${`pattern ${colourOf(index)}`}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
      >
        <rect class=${path === '' ? 'pattern-full' : 'pattern-ground'} width="8" height="8" />
        <path d=${path} />
      </pattern>`,
    )}
  </defs>`;
}

/** A patch of paint beside a name in the legend. */
export function Patch({ id, index }: { id: string; index: number }) {
  return html`<svg class="legend-mark" viewBox="0 0 32 16" aria-hidden="true">
    <rect class=${`paint ${colourOf(index)}`} fill=${paintOf(id, index)} x="1" y="1" width="30" height="14" />
  </svg>`;
}
