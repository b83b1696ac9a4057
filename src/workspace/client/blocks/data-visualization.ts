import { html } from 'htm/preact';
import { type Json, textField } from '../../json.ts';
import { AxisChart } from './axis-chart.ts';
import type { BlockContext } from './block-context.ts';
import { type AxisModel, chartOf, type PieModel } from './chart-model.ts';
import { PieChart } from './pie-chart.ts';

/** A chart: drawn, and the same numbers as a table for whoever cannot see it or wants them exactly. */
export function DataVisualizationBlock({ block }: { block: Json; context: BlockContext }) {
  const chart = chartOf(block);
  const title = textField(block, 'title') ?? 'Chart';
  return html`<figure class="block chart">
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
  const header = chart.kind === 'pie' ? ['Value'] : chart.series.map(({ name }) => name);
  const rows: readonly (readonly [string, readonly number[]])[] =
    chart.kind === 'pie'
      ? chart.segments.map(({ label, value }) => [label, [value]])
      : chart.categories.map((category, index) => [
          category,
          chart.series.map(({ values }) => values[index] ?? 0),
        ]);
  return html`<table class="table">
    <caption class="hidden-words">
      ${title}
    </caption>
    <thead>
      <tr>
        <th scope="col"><span class="hidden-words">Category</span></th>
        ${header.map((name) => html`<th key=${name} scope="col" class="align-right">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([label, values]) => html`<tr key=${label}>
          <th scope="row">${label}</th>
          ${values.map((value, index) => html`<td key=${index} class="align-right">${value}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}
