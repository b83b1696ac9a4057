import { importCatalogue } from '../application/import-catalogue.ts';
import { textOfBlocks } from '../blockkit/fallback-text.ts';
import type { ImportedSubmission } from '../domain/catalogue-document.ts';
import type { Figure } from '../domain/figure.ts';
import type { Person } from '../workspace/person.ts';
import type { OpenView } from '../workspace/shown-view.ts';
import { at } from './instants.ts';
import { OPERATOR } from './operator.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';

const FILED_BY_HAND = 2;

interface StoryParts extends Session {
  readonly stage: Stage;
}

/** Plays a quarter: reminders, one return filed through the form, the rest imported, digest, a question. */
export const playQuarter = async (parts: StoryParts): Promise<void> => {
  const { workspace, store, clock, bot, stage, document } = parts;
  stage.heading('the quarter has ended; every lead gets one message');
  await bot.beat();
  for (const lead of leadsOf(parts)) {
    const [message] = lead.directMessages();
    if (message !== undefined) stage.seen(lead.name, message.rendered);
  }

  clock.moveTo(at('2015-07-14T10:05'));
  await fileByHand(parts);

  clock.moveTo(at('2015-07-20T16:00'));
  stage.heading('the other four returns arrive and are imported');
  const rest = document.submissions.filter(({ projectNumber }) => projectNumber !== FILED_BY_HAND);
  importCatalogue(
    { store, clock },
    { ...document, submissions: rest },
    { by: OPERATOR, dryRun: false },
  );
  for (const submission of rest)
    stage.line(`  project ${submission.projectNumber}: ${submission.figures.length} figures`);
  await bot.beat();
  const { channel } = document.programme;
  const [digest] = workspace.messages(channel);
  if (digest !== undefined) stage.seen(`#${channel}`, digest.rendered);

  const manager = workspace.asPerson(
    document.programme.managers[0] ?? document.programme.coordinators[0] ?? '',
  );
  clock.moveTo(at('2015-07-21T09:30'));
  stage.heading(`${manager.name} asks before a meeting: /mopac status 2.4`);
  const answer = await manager.command('/mopac status 2.4', channel);
  stage.seen(manager.name, answer.messages.map(({ rendered }) => rendered).join('\n'));
};

const fileByHand = async (parts: StoryParts): Promise<void> => {
  const { workspace, stage, document } = parts;
  const project = document.programme.projects.find(({ number }) => number === FILED_BY_HAND);
  const submission = document.submissions.find(
    ({ projectNumber }) => projectNumber === FILED_BY_HAND,
  );
  const leadKey = project?.leads[0];
  if (project === undefined || submission === undefined || leadKey === undefined) return;
  const lead = workspace.asPerson(leadKey);
  const [reminder] = lead.directMessages();
  const [enter] = reminder === undefined ? [] : lead.buttons(reminder);
  if (enter === undefined) return;
  stage.heading(
    `${lead.name} presses “${enter.text}” for project ${project.number}, ${project.title}`,
  );
  await lead.press(enter);
  const review = await fillPages(lead, submission, stage);
  if (review === null) return;
  stage.seen(lead.name, `[${review.title}]\n${review.rendered}\n[ ${review.submitLabel ?? ''} ]`);
  stage.heading(`${lead.name} presses “${review.submitLabel ?? ''}”`);
  const before = lead.directMessages().length;
  await lead.submit(confirmed(lead, review, stage));
  await workspace.until(() => lead.directMessages().length > before);
  const receipt = lead.directMessages().at(-1);
  if (receipt !== undefined) stage.seen(lead.name, receipt.rendered);
  const done = lead.modal();
  if (done !== null) await lead.close(done);
  const coordinator = workspace.asPerson(document.programme.coordinators[0] ?? '');
  await workspace.until(() => coordinator.directMessages().length > 0);
  stage.heading(`${coordinator.name}, who runs the programme, is told what was asked`);
  const [told] = coordinator.directMessages();
  if (told !== undefined) stage.seen(coordinator.name, told.rendered);
};

/** The report of 2015 does not say what was done about its failures, and nothing is filed without it. */
const INVENTED_ACTION: readonly (readonly [start: string, words: string])[] = [
  ['action-what:', 'Workers visit both prisons weekly.'],
  ['action-who:', 'The resettlement team'],
  ['action-by:', '2015-09-30'],
];

/** The review with what it asks answered and confirmed. */
const confirmed = (lead: Person, review: OpenView, stage: Stage): OpenView => {
  const ids = inputsOf(review);
  const actions = ids.flatMap((id) =>
    INVENTED_ACTION.filter(([start]) => id.startsWith(start)).map(([, words]) => [id, words]),
  );
  if (actions.length > 0) {
    stage.line('  (What is being done is invented here: the report of 2015 does not say.)');
    for (const [id, words] of actions) stage.line(`  ${id}: ${words}`);
  }
  if (ids.includes('confirm')) stage.line('  [x] I have checked them: file them as they stand');
  return lead.fill(review, {
    ...Object.fromEntries(actions),
    ...(ids.includes('confirm') ? { confirm: true } : {}),
  });
};

/** Types the return page by page; answers with the last view, which shows what it will be judged as. */
const fillPages = async (
  lead: Person,
  submission: ImportedSubmission,
  stage: Stage,
): Promise<OpenView | null> => {
  let view = lead.modal();
  while (view !== null && inputsOf(view).some((id) => id.startsWith('value:'))) {
    const ids = inputsOf(view);
    const typed = Object.fromEntries(
      Object.entries(answersFor(submission)).filter(([id]) => ids.includes(id)),
    );
    const filled = lead.fill(view, typed);
    stage.seen(
      lead.name,
      `[${filled.title}]\n${textOfBlocks(withTyped(filled, typed))}\n[ ${filled.submitLabel ?? ''} ]`,
    );
    const sent = await lead.submit(filled);
    if (sent.kind === 'errors' || sent.kind === 'trouble') return sent.view;
    view = sent.view;
  }
  return view;
};

/** The form's blocks with what was typed in their inputs, as the person has them on screen. */
const withTyped = (view: OpenView, typed: Readonly<Record<string, string>>): readonly unknown[] =>
  view.blocks.map((block) => {
    const { block_id: id, element } = block;
    const value = typeof id === 'string' ? typed[id] : undefined;
    return value === undefined || typeof element !== 'object'
      ? block
      : { ...block, element: { ...element, initial_value: value } };
  });

const inputsOf = (view: OpenView): readonly string[] =>
  view.blocks.flatMap(({ block_id: id }) => (typeof id === 'string' ? [id] : []));

const answersFor = (submission: ImportedSubmission): Readonly<Record<string, string>> => {
  const answers: Record<string, string> = {};
  for (const { ref, figure } of submission.figures) {
    const value = typedValue(figure);
    if (value !== null) answers[`value:${ref}`] = value;
    if (figure.commentary !== null) answers[`commentary:${ref}`] = figure.commentary;
  }
  if (submission.additionalInformation !== null) {
    answers['additional-information'] = submission.additionalInformation;
  }
  return answers;
};

const typedValue = ({ answer }: Figure): string | null =>
  answer.kind === 'number' ? answer.value.toFixed() : null;

const leadsOf = ({ workspace, document }: StoryParts): readonly Person[] =>
  [...new Set(document.programme.projects.flatMap(({ leads }) => leads))].map((key) =>
    workspace.asPerson(key),
  );
