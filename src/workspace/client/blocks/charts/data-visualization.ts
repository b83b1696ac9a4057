import { html } from 'htm/preact';
import type { BlockParts } from '../block-parts.ts';
import { neededText } from '../needed.ts';
import { AxisChart } from './axis-chart.ts';
import { type AxisModel, chartOf, type PieModel } from './chart-model.ts';
import { PieChart } from './pie-chart.ts';

/** A chart: drawn, and the same numbers as a table for whoever cannot see it or wants them exactly. */
export function DataVisualizationBlock({ block }: Pick<BlockParts, 'block'>) {
  const chart = chartOf(block);
  const title = neededText(block, 'title');
  return html`<figure class=${chart.kind === 'pie' ? 'block chart' : 'block chart chart-on-axes'}>
    <figcaption class="chart-title">${title}</figcaption>
    ${
      chart.kind === 'pie'
        ? html`<${PieChart} chart=${chart} title=${title} />`
        : html`<${AxisChart} chart=${chart} title=${title} />`
    }
    <details class="chart-numbers">
      <summary>The numbers</summary>
      <${Numbers} chart=${chart} title=${title} />
    </details>
  </figure>`;
}

function Numbers({ chart, title }: { chart: AxisModel | PieModel; title: string }) {
  const { header, rows } = numbersOf(chart);
  return html`<div class="table-scroll" role="region" aria-label=${`${title}: the numbers`} tabindex="0">
    <table class="table">
      <caption class="hidden-words">${title}</caption>
      <thead>
        <tr>
          <td></td>
          ${header.map((name, index) => html`<th key=${index} scope="col" class="align-right">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([label, values], index) => html`<tr key=${index}>
            <th scope="row">${label}</th>
            ${values.map((value, column) => html`<td key=${column} class="align-right">${value.toLocaleString('en-GB')}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

interface NumbersShown {
  readonly header: readonly string[];
  readonly rows: readonly (readonly [label: string, values: readonly number[]])[];
}

function numbersOf(chart: AxisModel | PieModel): NumbersShown {
  if (chart.kind === 'pie') {
    return {
      header: ['Value'],
      rows: chart.segments.map(({ label, value }) => [label, [value]]),
    };
  }
  const { categories, series } = chart;
  return {
    header: series.map(({ name }) => name),
    rows: categories.map((category, index) => [
      category,
      series.flatMap(({ values }) => values[index] ?? []),
    ]),
  };
}
