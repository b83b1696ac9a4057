/**
 * Slack's limits, in one table. Where Slack's pages disagree with its types or with each other, the
 * smaller number stands: a refused block loses the whole message, a shorter one loses nothing.
 * Texts count Unicode code points unless the name says bytes.
 *
 * Source: docs.slack.dev, "Block Kit reference" and "Views", and the comments in @slack/types 3.2.
 */
export const LIMITS = {
  message: {
    blocks: 50,
    // Posting allows 40,000, but chat.update refuses more than 4,000, measured in UTF-8 bytes.
    textBytes: 4_000,
    // Measured on a live workspace: about 13,200 shown characters, then `msg_blocks_too_long`.
    shownCharacters: 13_200,
    markdownCharacters: 12_000,
    // The page counts characters "across all tables"; Slack's own guidance says one table a message.
    tables: 1,
    charts: 2,
  },
  view: {
    blocks: 100,
    // "250 KB": read as the smaller of the two kilobytes.
    bytes: 250_000,
    title: 24,
    submit: 24,
    close: 24,
    privateMetadata: 3_000,
    id: 255,
  },
  /** action_id and block_id. */
  id: 255,
  text: 3_000,
  placeholder: 150,
  section: { text: 3_000, fields: 10, field: 2_000 },
  header: { text: 150, level: 4 },
  context: { elements: 10 },
  actions: { elements: 25 },
  contextActions: { elements: 5, visibleTo: 10 },
  input: { label: 2_000, hint: 2_000 },
  button: { text: 75, value: 2_000, url: 3_000, accessibilityLabel: 75 },
  // The page says 150 for an option's value, the types say 75.
  option: { text: 75, description: 75, value: 75, url: 3_000 },
  select: { options: 100, groups: 100, groupLabel: 75 },
  radioButtons: { options: 10 },
  checkboxes: { options: 10 },
  overflow: { options: 5 },
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  plainTextInput: { length: 3_000 },
  richTextInput: { lines: 100 },
  richTextList: { indent: 8 },
  fileInput: { files: 10 },
  image: { altText: 2_000, title: 2_000, url: 3_000 },
  markdown: { text: 12_000 },
  alert: { text: 200 },
  card: { title: 150, subtitle: 150, body: 200, subtext: 200, actions: 3 },
  carousel: { cards: 10 },
  container: { title: 150, subtitle: 150, blocks: 10 },
  table: { rows: 100, columns: 20, characters: 10_000 },
  // Newer pages allow 201 rows, older ones 101; either way the header is one of them.
  dataTable: { rowsAtLeast: 2, rows: 101, columns: 20, characters: 20_000, pageSize: 100 },
  // Newer pages allow 12 series or segments, older ones 6.
  chart: { title: 50, segments: 6, series: 6, points: 20, label: 20, axisLabel: 50 },
  plan: { tasks: 50 },
  // The types say "less than 200" and "less than 50".
  video: { title: 199, author: 49 },
} as const;
