import type { ModalView } from '@slack/types';
import type { Person } from '../../application/ports.ts';
import { queryStatus } from '../../application/query-status.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { type Block, divider, plain, section } from '../../blockkit/blocks.ts';
import { joinMrkdwn, mrkdwn, truncateEscaped } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import type { Assessment } from '../../domain/judging/assessment.ts';
import { headline } from '../../domain/wording/headline.ts';
import { whyParagraphs } from '../../domain/wording/why.ts';
import type { Edge } from '../edge.ts';
import { VIEW } from '../ids.ts';
import { OLD_BUTTON } from '../pressed.ts';
import { readStatusReference } from '../references.ts';
import { withCommands } from '../refusal-message.ts';
import { paragraphs } from '../standing-blocks.ts';
import { requestFor } from './answer.ts';

// Each takes at most six blocks, of the hundred a modal holds.
const MOST_MEASURES = 12;
const LINE_CHARACTERS = 1_500;

/** What stands behind the verdict a button asks about: one paragraph for anyone, then the arithmetic. */
export const whyView = (edge: Edge, value: string, person: Person): ModalView => {
  const reference = readStatusReference(value);
  if (reference === null) return modal('Why?', [section(withCommands(OLD_BUTTON))]);
  const answer = queryStatus(edge, requestFor(reference), { person, action: 'ask' });
  if (!answer.ok) return modal('Why?', [section(withCommands(refusalSentence(answer.fault)))]);
  const assessments = answer.value.standings.map(({ assessment }) => assessment);
  const name = reference.scope.kind === 'measure' ? ` ${reference.scope.ref}` : '';
  const blocks = assessments.slice(0, MOST_MEASURES).flatMap(whyBlocks);
  return modal(
    `Why?${name}`,
    blocks.length === 0 ? [section(mrkdwn`Nothing to explain.`)] : blocks,
  );
};

const whyBlocks = (assessment: Assessment, index: number): Block[] => {
  const [plainly = '', ...arithmetic] = whyParagraphs(assessment);
  const finding = headline(assessment);
  const commentary = assessment.figure?.commentary ?? null;
  const heading = plainly.startsWith(finding) ? [] : [mrkdwn`*${finding}*`];
  return [
    ...(index === 0 ? [] : [divider()]),
    section(joinMrkdwn([...heading, truncateEscaped(plainly, LINE_CHARACTERS)])),
    ...paragraphs(arithmetic.map((line) => truncateEscaped(line, LINE_CHARACTERS))).slice(0, 2),
    ...(commentary === null ? [] : [said(commentary)]),
  ];
};

/** Typed by a person, so it stands in text that Slack does not parse. */
const said = (commentary: string): Block => ({
  type: 'section',
  text: plain(`Commentary: ${commentary}`, LIMITS.section.text),
});

const modal = (title: string, blocks: Block[]): ModalView => ({
  type: 'modal',
  callback_id: VIEW.why,
  title: plain(title, LIMITS.view.title),
  close: plain('Close'),
  blocks,
});
