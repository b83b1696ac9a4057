import type { Temporal } from 'temporal-polyfill';
import { nextQuarter, opensOn, previousQuarter, type Quarter } from './calendar/calendar.ts';
import { dueDate } from './calendar/working-days.ts';
import type { Measure, Programme, Project } from './measure.ts';

/** The measures of a project whose figures come behind: those with a data lag. */
export const measuresBehind = (project: Project): readonly Measure[] =>
  project.measures.filter(({ dataLagQuarters }) => dataLagQuarters > 0);

/** The longest data lag of a programme's measures, in quarters; 0 where every figure comes in its time. */
export const longestLag = ({ projects }: Programme): number =>
  Math.max(0, ...projects.flatMap(({ measures }) => measures.map((each) => each.dataLagQuarters)));

/** The quarter with whose returns a measure's figure of this quarter comes: itself where there is no lag. */
const comesWith = ({ dataLagQuarters }: Measure, quarter: Quarter): Quarter =>
  moved(quarter, dataLagQuarters, nextQuarter);

/** The quarter whose figure of this measure comes with the returns of another. */
export const quarterBehind = ({ dataLagQuarters }: Measure, quarter: Quarter): Quarter =>
  moved(quarter, dataLagQuarters, previousQuarter);

const moved = (quarter: Quarter, quarters: number, step: (from: Quarter) => Quarter): Quarter =>
  Array.from({ length: quarters }).reduce<Quarter>(step, quarter);

/** The day from which a measure's figure of a quarter is asked for. */
export const figureAskedFrom = (measure: Measure, quarter: Quarter): Temporal.PlainDate =>
  opensOn(comesWith(measure, quarter));

/** The day by which a measure's figure of a quarter is due: with a lag, that of the later quarter. */
export const figureDue = (measure: Measure, quarter: Quarter): Temporal.PlainDate =>
  dueDate(comesWith(measure, quarter));

/** The last day on which a lead can file a measure's figure of a quarter. */
export const lastDayForFigure = (measure: Measure, quarter: Quarter): Temporal.PlainDate =>
  opensOn(nextQuarter(comesWith(measure, quarter))).subtract({ days: 1 });
