import {
  anything,
  byType,
  type Check,
  field,
  flag,
  integer,
  list,
  needsOneOf,
  oneOf,
  pattern,
  type Rule,
  shape,
  text,
  textIn,
  typed,
} from './check.ts';
import { fault, under } from './fault.ts';
import { LIMITS } from './limits.ts';
import { dataVisualizationBlock } from './validate-charts.ts';
import {
  accessoryElements,
  actionElements,
  button,
  contextActionElements,
  contextElements,
  imageBlock,
  imageElement,
} from './validate-elements.ts';
import { inputElements } from './validate-inputs.ts';
import { richTextBlock } from './validate-rich-text.ts';
import { dataTableBlock, tableBlock } from './validate-tables.ts';
import { identifier, plainText, textObject } from './validate-text.ts';

/** Where blocks are shown; each place takes a different set of them. */
export type Surface = 'message' | 'modal' | 'home';

const block_id = identifier;

const section = typed('section', {
  optional: {
    block_id,
    text: textObject(LIMITS.section.text),
    fields: list(textObject(LIMITS.section.field), { max: LIMITS.section.fields }),
    accessory: byType(accessoryElements, 'a section'),
    expand: flag,
  },
  rule: needsOneOf(['text', 'fields']),
});

const input = typed('input', {
  required: { label: plainText(LIMITS.input.label), element: byType(inputElements, 'an input') },
  optional: {
    block_id,
    hint: plainText(LIMITS.input.hint),
    optional: flag,
    dispatch_action: flag,
  },
});

const card = typed('card', {
  optional: {
    block_id,
    hero_image: imageElement,
    icon: imageElement,
    slack_icon: anything,
    title: textObject(LIMITS.card.title),
    subtitle: textObject(LIMITS.card.subtitle),
    body: textObject(LIMITS.card.body),
    subtext: textObject(LIMITS.card.subtext),
    actions: list(button, { max: LIMITS.card.actions }),
  },
  rule: needsOneOf(['hero_image', 'title', 'body', 'actions']),
});

const UNDER_WAY = ['in_progress', 'complete', 'error'] as const;
const taskParts = { block_id, details: richTextBlock, output: richTextBlock, sources: anything };

// The types also have `pending`, which a card outside a plan was seen to be refused for.
const taskCard = typed('task_card', {
  required: { task_id: text(), title: text(), status: oneOf(...UNDER_WAY) },
  optional: taskParts,
});

/** The types let a plan's tasks hold anything besides. */
const plannedTask = shape({
  required: { task_id: text(), title: text(), status: oneOf('pending', ...UNDER_WAY) },
  optional: taskParts,
  open: true,
});

const https = pattern('an address that begins with https://', /^https:\/\//i);

/** The scope and the domains that a video takes are asked for elsewhere, or not at all. */
const video = typed('video', {
  required: {
    video_url: https,
    thumbnail_url: text(),
    alt_text: text(),
    title: plainText(LIMITS.video.title),
  },
  optional: {
    block_id,
    title_url: https,
    author_name: text(LIMITS.video.author),
    provider_name: text(),
    provider_icon_url: text(),
    description: plainText(),
  },
});

const simple: Readonly<Record<string, Check>> = {
  actions: typed('actions', {
    required: {
      elements: list(byType(actionElements, 'an actions block'), { max: LIMITS.actions.elements }),
    },
    optional: { block_id },
  }),
  context: typed('context', {
    required: {
      elements: list(byType(contextElements, 'a context block'), { max: LIMITS.context.elements }),
    },
    optional: { block_id },
  }),
  divider: typed('divider', { optional: { block_id } }),
  file: typed('file', { required: { source: oneOf('remote'), external_id: text() }, open: true }),
  header: typed('header', {
    required: { text: plainText(LIMITS.header.text) },
    optional: { block_id, level: integer({ min: 1, max: LIMITS.header.level }) },
  }),
  image: imageBlock,
  input,
  rich_text: richTextBlock,
  section,
  table: tableBlock,
  video,
};

const collapsedNeedsCollapsible: Rule = (fields, at) =>
  field(fields, 'default_collapsed') === true && field(fields, 'is_collapsible') !== true
    ? fault(under(at, 'default_collapsed'), 'conflict', 'needs is_collapsible to be true')
    : [];

const container = typed('container', {
  required: {
    child_blocks: list(byType(simple, 'a container'), { max: LIMITS.container.blocks }),
  },
  optional: {
    block_id,
    title: plainText(LIMITS.container.title),
    rich_text_title: richTextBlock,
    subtitle: textObject(LIMITS.container.subtitle),
    width: oneOf('narrow', 'standard', 'wide', 'full'),
    icon: imageElement,
    is_collapsible: flag,
    default_collapsed: flag,
    has_header_divider: flag,
  },
  rule: (fields, at) => [
    ...needsOneOf(['title', 'rich_text_title'])(fields, at),
    ...collapsedNeedsCollapsible(fields, at),
  ],
});

const blocks: Readonly<Record<string, Check>> = {
  ...simple,
  alert: typed('alert', {
    required: { text: textObject(LIMITS.alert.text) },
    optional: { block_id, level: oneOf('default', 'info', 'warning', 'error', 'success') },
  }),
  card,
  carousel: typed('carousel', {
    required: { elements: list(card, { max: LIMITS.carousel.cards }) },
    optional: { block_id },
  }),
  container,
  context_actions: typed('context_actions', {
    required: {
      elements: list(byType(contextActionElements, 'a context_actions block'), {
        max: LIMITS.contextActions.elements,
      }),
    },
    optional: { block_id },
  }),
  data_table: dataTableBlock,
  data_visualization: dataVisualizationBlock,
  markdown: typed('markdown', {
    required: { text: text(LIMITS.markdown.text) },
    optional: { block_id },
  }),
  plan: typed('plan', {
    required: { title: text() },
    optional: { block_id, tasks: list(plannedTask, { min: 0, max: LIMITS.plan.tasks }) },
  }),
  task_card: taskCard,
};

/** Blocks that not every surface takes; the others go anywhere. */
const RESTRICTED: Readonly<Record<string, readonly Surface[]>> = {
  alert: ['modal'],
  carousel: ['message', 'home'],
  container: ['message', 'home'],
  context_actions: ['message'],
  data_table: ['message', 'home'],
  data_visualization: ['message'],
  file: ['message'],
  markdown: ['message'],
  plan: ['message'],
  table: ['message', 'home'],
  task_card: ['message'],
};

const knownBlock = byType(blocks, 'Slack');

/** One top-level block, on the surface it is meant for. */
export function blockOn(surface: Surface): Check {
  return (block, at) => {
    const type = textIn(block, 'type') ?? '';
    const allowed = Object.hasOwn(RESTRICTED, type) ? RESTRICTED[type] : undefined;
    if (!allowed || allowed.includes(surface)) return knownBlock(block, at);
    return fault(under(at, 'type'), 'not_allowed_here', `a ${surface} cannot hold a ${type} block`);
  };
}
