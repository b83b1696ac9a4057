/** Small legitimate payloads to vary from. */

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

export function plain(text: string): object {
  return { type: 'plain_text', text };
}

export function inMessage(...blocks: object[]): object {
  return { text: 'Findings', blocks };
}

export function inModal(...blocks: object[]): object {
  return { type: 'modal', title: plain('Figures'), submit: plain('Send'), blocks };
}

export function inHome(...blocks: object[]): object {
  return { type: 'home', blocks };
}

export function input(element: object): object {
  return { type: 'input', label: plain('Engagement rate'), element };
}

export function card(parts: object): object {
  return { type: 'card', title: { type: 'mrkdwn', text: 'A card' }, ...parts };
}

export function table(rows: number, columns: number): object {
  return {
    type: 'table',
    rows: times(rows, () => times(columns, () => ({ type: 'raw_text', text: 'x' }))),
  };
}

export function chart(
  parts: { title?: string; series?: number; points?: number; yLabel?: string } = {},
): object {
  const categories = times(parts.points ?? 2, (index) => `Q${index}`);
  return {
    type: 'data_visualization',
    title: parts.title ?? 'Engagement rate',
    chart: {
      type: 'line',
      series: times(parts.series ?? 1, (index) => ({
        name: `Series ${index}`,
        data: categories.map((label) => ({ label, value: -1.5 })),
      })),
      axis_config: { categories, ...(parts.yLabel && { y_label: parts.yLabel }) },
    },
  };
}
