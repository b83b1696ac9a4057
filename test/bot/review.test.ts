import { describe, expect, test } from 'vitest';
import { acceptFigures, discuss, sendBack } from '../../src/application/accept-figures.ts';
import { fileSubmission } from '../../src/application/file-submission.ts';
import { openReview } from '../../src/application/review-return.ts';
import { INPUT } from '../../src/slack/submit/fields.ts';
import type { Person } from '../../src/workspace/person.ts';
import { typedBy } from '../support/drafts.ts';
import { confirmed, LEAD } from '../support/filing.ts';
import { SAID } from '../support/said.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const Q1 = { year: 2015, number: 1 } as const;
const KEY = { programmeId: 1, projectNumber: 2, quarter: Q1 } as const;
const UNSEEN = { revision: 1, entry: 0 } as const;
const COORDINATOR = 'coordinator@example.org';

const town = () => startTown({ filed: [1, 2, 3, 4], now: '2015-07-16T10:00' });
const recordOf = ({ store }: Town, project = 2) => store.submission(1, project, Q1);

const pressIn = async (person: Person, words: string): Promise<void> => {
  const button = person.buttons(modalOf(person)).find(({ text }) => text === words);
  if (button === undefined) throw new Error(`The window has no button “${words}”.`);
  await person.press(button);
};

/** The coordinator's queue from Home, and project 2's return opened from it. */
const review = async (place: Town): Promise<Person> => {
  const coordinator = place.person(COORDINATOR);
  const home = await coordinator.openHome();
  const button = home && coordinator.buttons(home).find(({ text }) => text === 'Review returns');
  if (!button) throw new Error('Home offers no review.');
  await coordinator.press(button);
  const open = coordinator
    .buttons(modalOf(coordinator))
    .find(({ accessibilityLabel }) => accessibilityLabel?.startsWith('Review: project 2') === true);
  if (open === undefined) throw new Error('Project 2 is not in the queue.');
  await coordinator.press(open);
  return coordinator;
};

const newest = (person: Person, words: RegExp) =>
  person.directMessages().findLast(({ text }) => words.test(text));

describe('the queue', () => {
  test('is in Home and in /mopac review, with what waits, what is clean and who has not filed', async () => {
    const place = await town();
    const coordinator = place.person(COORDINATOR);
    const home = await coordinator.openHome();
    expect(home?.rendered).toContain('4 returns wait for review.');
    const [reply] = (await coordinator.command('/mopac review')).messages;
    expect(reply?.text).toMatch(
      /^Q1 2015\/16: 4 returns wait for review, with \d+ clean figures\.$/,
    );
    expect(reply?.rendered).toContain('Environmental Health has not filed');
    expect((reply ? coordinator.buttons(reply) : []).map(({ text }) => text)).toContain(
      'File for them',
    );
  });

  test('is nobody else’s, by command or by button', async () => {
    const place = await town();
    const lead = place.person(LEAD);
    const [reply] = (await lead.command('/mopac review')).messages;
    expect(reply?.text).toContain('Only the programme’s coordinator can do this.');
    expect((await lead.openHome())?.rendered).not.toContain('wait for review');
    const person = { id: lead.id, email: LEAD, name: lead.name };
    const caller = { store: place.store, clock: place.clock, person };
    const refused = { ok: false, fault: { kind: 'not_a_coordinator' } };
    expect(openReview(caller, KEY)).toEqual(refused);
    expect(acceptFigures(caller, KEY, { refs: 'all', seen: UNSEEN })).toEqual(refused);
    expect(
      sendBack(caller, KEY, { comments: [{ ref: null, comment: 'No.' }], seen: UNSEEN }),
    ).toEqual(refused);
    expect(place.store.reviews(1, 2, Q1)).toEqual([]);
  });

  test('accepts all clean figures of the quarter at once, and only those', async () => {
    const place = await town();
    const coordinator = place.person(COORDINATOR);
    const [reply] = (await coordinator.command('/mopac review')).messages;
    const button = (reply ? coordinator.buttons(reply) : []).find(
      ({ text }) => text === 'Accept all clean ones',
    );
    if (button === undefined) throw new Error('Nothing is clean.');
    expect(button.confirmText).toContain('will be accepted and locked');
    await coordinator.press(button);
    const accepted = place.store.reviews(1, 2, Q1).map(({ ref }) => ref);
    expect(accepted).toEqual(['2.1', '2.2', '2.3', '2.5']);
    expect(recordOf(place)?.state, '2.4 is off track').toBe('submitted');
    expect(recordOf(place, 3)?.state).toBe('accepted');
  });
});

test('a figure filed after the queue was drawn is shown before any is accepted', async () => {
  const place = await town();
  const coordinator = place.person(COORDINATOR);
  const [reply] = (await coordinator.command('/mopac review')).messages;
  const button = (reply ? coordinator.buttons(reply) : []).find(
    ({ text }) => text === 'Accept all clean ones',
  );
  if (button === undefined) throw new Error('Nothing is clean.');
  const lead = place.person(LEAD);
  const person = { id: lead.id, email: LEAD, name: 'Priya Shah' };
  const typed = { ...SAID, 'value:2.1': '78' };
  typedBy(place.store, KEY, { person: lead.id, typed, at: place.clock.now() });
  const filed = fileSubmission({ ...place, person }, KEY, {
    saw: () => true,
    ticked: true,
    seen: 1,
  });
  expect(filed.ok && filed.value.kind).toBe('filed');
  await coordinator.press(button);
  const queue = modalOf(coordinator);
  expect(queue.rendered).toContain('Figures have been filed since this was drawn');
  expect(place.store.reviews(1, 2, Q1)).toEqual([]);
  const again = coordinator.buttons(queue).find(({ text }) => text === 'Accept all clean ones');
  if (again === undefined) throw new Error('Nothing is clean any more.');
  await coordinator.press(again);
  expect(place.store.reviews(1, 2, Q1).map(({ ref }) => ref)).toEqual(['2.2', '2.3', '2.5']);
});

describe('a return before the coordinator', () => {
  test('is accepted measure by measure; with the last it is locked, and the agency is told', async () => {
    const place = await town();
    const coordinator = await review(place);
    expect(modalOf(coordinator).rendered).toContain('0 of 5 figures accepted');
    await pressIn(coordinator, 'Accept 2.4');
    expect(modalOf(coordinator).rendered).toMatch(/Accepted by .* on 16 July 2015\./);
    expect(recordOf(place)?.state).toBe('submitted');
    await pressIn(coordinator, 'Accept the rest');
    expect(recordOf(place)?.state).toBe('accepted');
    await place.bot().beat();
    const told = newest(place.person(LEAD), /accepted project 2/);
    expect(told?.rendered).toContain('Its figures are locked now.');
    const [reply] = (await coordinator.command('/mopac status 2.4')).messages;
    expect(reply?.rendered).toMatch(/; accepted by .* on 16 July 2015\./);
  });

  test('accepting twice, or the same press delivered twice, is one acceptance', async () => {
    const place = await town();
    const coordinator = await review(place);
    place.workspace.faults.deliverTwice(true);
    await pressIn(coordinator, 'Accept 2.4');
    place.workspace.faults.deliverTwice(false);
    expect(place.store.reviews(1, 2, Q1)).toHaveLength(1);
  });

  test('that is filed again while it lies before them is looked at anew before it is accepted', async () => {
    const place = await town();
    const coordinator = await review(place);
    const lead = place.person(LEAD);
    const home = await lead.openHome();
    const change = home && lead.buttons(home).find(({ text }) => text === 'Change figures');
    if (!change) throw new Error('Home does not offer the return.');
    await lead.press(change);
    await lead.submit(lead.fill(modalOf(lead), { 'value:2.4': '18' }));
    await lead.submit(confirmed(lead));
    expect(recordOf(place)?.filing?.revision).toBe(2);

    await pressIn(coordinator, 'Accept all');
    expect(modalOf(coordinator).rendered).toContain(
      'has filed Q1 2015/16 again since this was drawn',
    );
    expect(modalOf(coordinator).rendered).toContain('18%');
    expect(place.store.reviews(1, 2, Q1)).toEqual([]);
    await pressIn(coordinator, 'Accept all');
    expect(recordOf(place)?.state).toBe('accepted');
  });
});

describe('sending back', () => {
  test('tells the agency each comment, with a button that opens the form at that very question', async () => {
    const place = await town();
    const coordinator = await review(place);
    await pressIn(coordinator, 'Accept 2.1');
    await pressIn(coordinator, 'Send back');
    const empty = await coordinator.submit(modalOf(coordinator));
    expect(empty.errors).toEqual({
      comment: 'Write beside a measure, or here, what should be looked at again.',
    });
    const done = await coordinator.submit(
      coordinator.fill(modalOf(coordinator), { '2.4': 'Are both prisons in <!channel> this?' }),
    );
    expect(done.view?.rendered).toContain('Sent back.');
    expect(recordOf(place)?.state).toBe('sent_back');
    await place.bot().beat();

    const lead = place.person(LEAD);
    const told = newest(lead, /sent back project 2/);
    expect(told?.rendered).toContain('Are both prisons in <!channel> this?');
    expect(JSON.stringify(told?.blocks)).not.toContain('<!channel>');
    const button = told && lead.buttons(told).find(({ text }) => text === 'Change 2.4');
    if (!button) throw new Error('There is no button to 2.4.');
    await lead.press(button);
    const { rendered, values } = modalOf(lead);
    expect(values['value:2.4']).toMatchObject({ [INPUT]: { value: '17%' } });
    expect(rendered, 'what was accepted stays locked').toContain('accepted, so it is locked');
    expect(values).not.toHaveProperty('value:2.1');

    await lead.submit(lead.fill(modalOf(lead), { 'value:2.4': '18' }));
    await lead.submit(confirmed(lead));
    expect(recordOf(place)).toMatchObject({ state: 'submitted', filing: { revision: 2 } });
    const [locked] = place.store.figures(1, '2.1', Q1, Q1);
    expect(locked?.revision, 'nobody touched 2.1').toBe(1);
  });

  test('the same window delivered three times sends back once', async () => {
    const place = await town();
    const coordinator = await review(place);
    await pressIn(coordinator, 'Send back');
    place.workspace.faults.deliverTwice(true);
    await coordinator.submit(
      coordinator.fill(modalOf(coordinator), { comment: 'Please look at all of it.' }),
    );
    place.workspace.faults.deliverTwice(false);
    expect(place.store.reviews(1, 2, Q1).map(({ kind, ref }) => [kind, ref])).toEqual([
      ['sent_back', null],
    ]);
  });

  test('a form that was open while its return was accepted says so, and keeps what was typed', async () => {
    const place = await town();
    const lead = place.person(LEAD);
    const home = await lead.openHome();
    const change = home && lead.buttons(home).find(({ text }) => text === 'Change figures');
    if (!change) throw new Error('Home does not offer the return.');
    await lead.press(change);
    const coordinator = await review(place);
    await pressIn(coordinator, 'Accept all');
    const refused = await lead.submit(lead.fill(modalOf(lead), { 'value:2.4': '18' }));
    expect(Object.values(refused.errors ?? {})[0]).toContain('has been accepted');
    expect(modalOf(lead).values['value:2.4']).toMatchObject({ [INPUT]: { value: '18' } });
    expect(recordOf(place)?.filing?.revision).toBe(1);
  });
});

test('both sides say something about a return, and each is told what the other said', async () => {
  const place = await town();
  const coordinator = await review(place);
  await pressIn(coordinator, 'Discuss');
  await coordinator.submit(
    coordinator.fill(modalOf(coordinator), { comment: 'Was Pentonville counted?' }),
  );
  await place.bot().beat();
  const lead = place.person(LEAD);
  expect(newest(lead, /said something about project 2/)?.rendered).toContain(
    'Was Pentonville counted?',
  );
  await pressInInbox(lead, 'Answer');
  expect(modalOf(lead).rendered).toContain('Was Pentonville counted?');
  await lead.submit(lead.fill(modalOf(lead), { comment: 'It was, from May.' }));
  await place.bot().beat();
  expect(newest(coordinator, /said something about project 2/)?.rendered).toContain(
    'It was, from May.',
  );
  expect(place.store.reviews(1, 2, Q1).map(({ kind, comment }) => [kind, comment])).toEqual([
    ['comment', 'Was Pentonville counted?'],
    ['comment', 'It was, from May.'],
  ]);
  const stranger = place.person('probation.lead@example.org');
  const person = { id: stranger.id, email: 'probation.lead@example.org', name: null };
  expect(discuss({ ...place, person }, KEY, 'Hello')).toMatchObject({
    fault: { kind: 'not_a_lead' },
  });
});

test('a coordinator files for an agency that is not in Slack, and it is marked as such', async () => {
  const place = await town();
  const coordinator = place.person(COORDINATOR);
  const [reply] = (await coordinator.command('/mopac review')).messages;
  const button = (reply ? coordinator.buttons(reply) : []).find(
    ({ text }) => text === 'File for them',
  );
  if (button === undefined) throw new Error('There is no way to file for them.');
  await coordinator.press(button);
  expect(modalOf(coordinator).rendered).toContain('You are filing for Environmental Health.');
  const typed = Object.fromEntries(
    ['5.1', '5.2', '5.3', '5.4', '5.5'].map((ref) => [
      `value:${ref}`,
      { '5.1': '20', '5.2': '6', '5.3': '5.2' }[ref] ?? '100',
    ]),
  );
  await coordinator.submit(coordinator.fill(modalOf(coordinator), typed));
  const half = await coordinator.submit(
    coordinator.fill(modalOf(coordinator), {
      ...('confirm' in modalOf(coordinator).values ? { confirm: true } : {}),
      'given-by': 'Jo Bloggs',
      'received-by': 'email',
      attachment: 'javascript:alert(1)',
    }),
  );
  expect(half.errors).toEqual({
    attachment: 'Paste a link that begins with https://, or leave this empty.',
  });
  await coordinator.submit(
    coordinator.fill(modalOf(coordinator), { attachment: 'https://example.org/mail/7' }),
  );
  expect(recordOf(place, 5)).toMatchObject({
    state: 'submitted',
    filing: {
      filedBy: { key: coordinator.id },
      onBehalf: {
        givenBy: 'Jo Bloggs',
        received: 'email',
        attachment: 'https://example.org/mail/7',
      },
    },
  });
  await place.bot().beat();
  const words = 'for Environmental Health, with figures from Jo Bloggs by email';
  expect(newest(coordinator, /^Filed/)?.rendered).toContain(words);
  expect(
    newest(place.person('environmental.health.lead@example.org'), /^Filed/)?.rendered,
  ).toContain(words);
  const [status] = (await coordinator.command('/mopac status 5.1')).messages;
  expect(status?.rendered).toContain(words);
});

test('an earlier quarter is the coordinator’s to correct, who sees what later quarters become', async () => {
  const place = await startTown({ filed: 'all', now: '2015-10-20T10:00' });
  const { store } = place;
  const [first] = store.figures(1, '4.1', Q1, Q1);
  if (first === undefined) throw new Error('4.1 is not on record.');
  store.file({
    programmeId: 1,
    projectNumber: 4,
    quarter: { year: 2015, number: 2 },
    filedBy: { kind: 'operator', name: 'test' },
    filedAt: place.clock.now(),
    late: false,
    additionalInformation: null,
    reason: null,
    onBehalf: null,
    attestation: null,
    state: 'submitted',
    figures: [{ ref: '4.1', figure: first }],
  });
  const coordinator = place.person(COORDINATOR);
  const [reply] = (await coordinator.command('/mopac review Q1')).messages;
  const button = (reply ? coordinator.buttons(reply) : []).find(({ accessibilityLabel }) =>
    /Review: project 4/.test(accessibilityLabel ?? ''),
  );
  if (button === undefined) throw new Error('Project 4 cannot be reviewed.');
  await coordinator.press(button);
  await pressIn(coordinator, 'Correct figures');
  const page = await coordinator.submit(
    coordinator.fill(modalOf(coordinator), { 'value:4.1': '14' }),
  );
  if (page.view?.rendered.includes('Page 2')) await coordinator.submit(modalOf(coordinator));
  const { rendered } = modalOf(coordinator);
  expect(rendered).toContain('4.1: 34 victims (this quarter only) becomes 14 victims');
  expect(rendered).toContain('What later quarters become');
  expect(rendered).toMatch(/4\.1, Q2 2015\/16: the year so far, 68.*, becomes 48/);
  expect(rendered).toContain('Why do these figures change?');
  const done = await coordinator.submit(confirmed(coordinator));
  expect(done.view?.rendered).toContain('Filed, revision 2');
  expect(recordOf(place, 4)?.filing).toMatchObject({ reason: 'Two late returns came in.' });
});
