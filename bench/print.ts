import { cpus } from 'node:os';
import type { JudgingTimes } from './judging.ts';
import type { MinuteTimes } from './minute.ts';
import type { Options } from './options.ts';
import type { StartTimes } from './start.ts';
import { PERCENTILES, type Percentiles, type Spread } from './statistics.ts';
import type { Beside, Ratios, StatusTimes } from './status.ts';
import type { SubmissionTimes } from './submission.ts';

// Two equal apps should come out alike; further apart than this, the machine was busy with other things.
const CALM = 0.1;
const ALARM = 1.6;

const say = (line = ''): void => void process.stdout.write(`${line}\n`);

export const printHeading = ({ figures, launches, rounds }: Options): void => {
  const { version, platform, arch } = process;
  say(`MOPAC bench: Node ${version}, ${platform} ${arch}, ${cpus().length} processors`);
  say(
    `${figures.toLocaleString('en-GB')} figures; ${launches} launches of ${rounds} blocks of 50 commands, one at a time.`,
  );
  say('A ratio is MOPAC over a Bolt app that acks a constant, both up at once: median (low–high).');
  say(
    '“Constant” is such an app too, but acks what MOPAC answered, which is longer than its line.',
  );
};

export const printStatus = (times: StatusTimes): void => {
  say();
  say(`/mopac status 2.4 over ${nameOf(times.transport)}`);
  say(row('', PERCENTILES));
  say(row('MOPAC / no-op', spreads(times.ratios)));
  say(row('no-op / no-op', spreads(times.control)));
  say(row('MOPAC / constant', spreads(times.finding)));
  say(row('large / small', spreads(times.growth)));
  say(row('(ms) MOPAC', milliseconds(times.milliseconds.mopac)));
  say(row('(ms) no-op', milliseconds(times.milliseconds.noOp)));
  printBeside('processor', times.processor, 'ms for 10,000');
  printBeside('memory after it', times.memory, 'MiB');
  const off = Math.abs(times.control.p50.median - 1);
  if (off > CALM)
    say('  The two equal apps differ: this machine is too busy to tell. Run it again.');
  sayGoal('p50', times.ratios.p50.median, 1.35);
  sayGoal('p99', times.ratios.p99.median, 1.5);
  sayGoal('p50, large / small', times.growth.p50.median, 1.15);
  if (times.memory !== null) sayGoal('memory', ratioOf(times.memory), 1.25);
  if (times.ratios.p50.median > ALARM) say(`  ALARM: p50 is more than ${ALARM}.`);
};

export const printStart = (times: StartTimes): void => {
  const { mopac, noOp } = times.milliseconds;
  say();
  say(`From start to the first answer over ${nameOf(times.transport)}`);
  say(row('MOPAC / no-op', [spread(times.ratio)]));
  say(row('(ms)', [`${mopac.toFixed(0)} beside ${noOp.toFixed(0)}`]));
  printBeside('processor', times.processor, 'ms');
  printBeside('memory then', times.memory, 'MiB');
  sayGoal('start', times.ratio.median, 1.3);
  if (times.memory !== null) sayGoal('memory', ratioOf(times.memory), 1.25);
};

export const printSubmission = ({ ratio, milliseconds: times }: SubmissionTimes): void => {
  say();
  say('A return saved (filing, figure, audit entry and receipt) beside an append and fdatasync');
  say(row('', PERCENTILES));
  say(row('MOPAC / floor', [ratio.toFixed(2)]));
  say(row('(ms) MOPAC', milliseconds(times.mopac)));
  say(row('(ms) floor', milliseconds(times.floor)));
  sayGoal('p50', ratio, 2);
};

export const printMinutes = ({
  firstMs,
  milliseconds: { median, low, high },
}: MinuteTimes): void => {
  const ms = (value: number): string => value.toFixed(1);
  say();
  say('Nobody is answered while MOPAC looks each minute for what is due');
  say(row('(ms) a minute', [`${ms(median)} (${ms(low)}–${ms(high)})`]));
  say(row('(ms) the first', [ms(firstMs)]));
  sayGoal('milliseconds', high, 50);
};

export const printJudging = ({ judged, ratio, microseconds }: JudgingTimes): void => {
  const { judging, comparing } = microseconds;
  const seconds = (judging.median * judged) / 1_000_000;
  say();
  say(
    `${judged.toLocaleString('en-GB')} measures judged for a quarter beside one comparison for each`,
  );
  say(row('judge / compare', [spread(ratio)]));
  say(row('(µs) judge', [spread(judging)]));
  say(row('(µs) compare', [comparing.median.toFixed(3)]));
  say(row('(s) all of them', [seconds.toFixed(1)]));
};

const nameOf = (transport: StatusTimes['transport']): string =>
  transport === 'http' ? 'HTTP' : 'Socket Mode';

const printBeside = (label: string, measured: Beside | null, unit: string): void => {
  const cell =
    measured === null
      ? 'not measured on this system'
      : `${ratioOf(measured).toFixed(2)}  (${measured.mopac.toFixed(0)} beside ${measured.noOp.toFixed(0)} ${unit})`;
  say(row(label, [cell]));
};

const ratioOf = ({ mopac, noOp }: Beside): number => mopac / noOp;

const sayGoal = (what: string, measured: number, most: number): void => {
  const verdict = measured <= most ? 'met' : 'NOT MET';
  say(`  goal: ${what} at most ${most}: ${verdict} (${measured.toFixed(2)})`);
};

const row = (label: string, cells: readonly string[]): string =>
  `  ${label.padEnd(17)}${cells.map((cell) => cell.padEnd(20)).join('')}`.trimEnd();

const spreads = (ratios: Ratios): readonly string[] => PERCENTILES.map((p) => spread(ratios[p]));

const spread = ({ median, low, high }: Spread): string =>
  `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;

const milliseconds = (times: Percentiles): readonly string[] =>
  PERCENTILES.map((p) => times[p].toFixed(3));
