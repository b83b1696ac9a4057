import { compareQuarters, type Quarter, sameQuarter } from '../calendar/calendar.ts';
import { questionsOn } from '../checking/check-figure.ts';
import { before } from '../checking/history.ts';
import type { FiledFigure } from '../figure.ts';
import type { Doubt } from '../judging/assessment.ts';
import { doubtsOf } from '../judging/doubts.ts';
import { judge } from '../judging/judge.ts';
import { inForce } from '../judging/target-years.ts';
import { type Measure, measuresOf, type Programme, type Project } from '../measure.ts';
import { baselinePeriod } from './baseline-period.ts';
import { aboutDefinition, COORDINATOR, type Finding } from './finding.ts';
import { outOfReach } from './out-of-reach.ts';
import { polarityWording } from './polarity-wording.ts';
import { pooledOutsideParts } from './pooled.ts';
import { missingTargets, profileFindings, targetFindings } from './target-findings.ts';

/** A programme with what was filed for it; without figures only its definitions are looked at. */
export interface Linted {
  readonly programme: Programme;
  /** Current revisions by measure, earlier years included. */
  readonly figures: ReadonlyMap<string, readonly FiledFigure[]>;
}

/**
 * Everything in a programme and its figures that somebody should be asked about, in catalogue order:
 * definitions first, then what was filed. What is impossible was refused when it was imported.
 */
export const lintProgramme = ({ programme, figures }: Linted): readonly Finding[] => {
  const figuresOf = (ref: string): readonly FiledFigure[] => figures.get(ref) ?? [];
  const quarters = quartersFiled(programme, figures);
  const latest = quarters.at(-1) ?? { year: programme.year, number: 1 };
  return [
    ...duplicateReferences(programme),
    ...programme.projects.flatMap((project) => {
      const aboutProject = [
        ...missingTargets(project),
        ...pooledOutsideParts(project, figuresOf, quarters),
      ];
      return [
        ...noLead(project),
        ...project.measures.flatMap((measure) => [
          ...definitionFindings(inForce(measure, latest), latest),
          ...profileFindings(measure),
          ...aboutProject.filter(({ ref }) => ref === measure.ref),
          ...quarters.flatMap((quarter) =>
            figureFindings({
              programme,
              project,
              measure,
              quarter,
              figures: figuresOf(measure.ref),
            }),
          ),
          ...outOfReach(inForce(measure, latest), latest, figuresOf(measure.ref)),
        ]),
      ];
    }),
  ];
};

/** The quarters of the programme's own year for which anything was filed, oldest first. */
const quartersFiled = ({ year }: Programme, figures: Linted['figures']): readonly Quarter[] => {
  const filed = [...figures.values()].flat().filter(({ quarter }) => quarter.year === year);
  return ([1, 2, 3, 4] as const)
    .map((number) => ({ year, number }))
    .filter((quarter) => filed.some((figure) => sameQuarter(figure.quarter, quarter)));
};

const duplicateReferences = (programme: Programme): readonly Finding[] => {
  const refs = measuresOf(programme).map(({ ref }) => ref);
  const twice = new Set(refs.filter((ref, index) => refs.indexOf(ref) !== index));
  return [...twice].map((ref) =>
    aboutDefinition(ref, {
      code: 'duplicate_reference',
      found: `${ref} is the reference of more than one measure, so its figures cannot be told apart.`,
      ask: 'Which of them keeps it?',
    }),
  );
};

const noLead = ({ number, title, leads }: Project): readonly Finding[] =>
  leads.length > 0
    ? []
    : [
        {
          code: 'no_lead',
          ref: null,
          quarter: null,
          found: `Project ${number}, ${title}, has no lead, so nobody is asked for its figures.`,
          ask: 'Who answers for it?',
          whom: COORDINATOR,
        },
      ];

const definitionFindings = (measure: Measure, latest: Quarter): readonly Finding[] => [
  ...doubtsOf(measure, latest).map((doubt) => aboutDefinition(measure.ref, asFound(doubt))),
  ...baselinePeriod(measure),
  ...polarityWording(measure),
  ...targetFindings(measure),
];

/** A doubt is one sentence, "what was found: what is asked?"; here the two stand apart. */
const asFound = ({ kind, sentence }: Doubt): Pick<Finding, 'code' | 'found' | 'ask'> => {
  const colon = sentence.lastIndexOf(': ');
  if (colon === -1) return { code: kind, found: sentence, ask: 'What is meant?' };
  const ask = sentence.slice(colon + 2);
  return {
    code: kind,
    found: `${sentence.slice(0, colon)}.`,
    ask: `${ask.charAt(0).toUpperCase()}${ask.slice(1)}`,
  };
};

interface FiguresOfMeasure {
  readonly programme: Programme;
  readonly project: Project;
  readonly measure: Measure;
  readonly quarter: Quarter;
  readonly figures: readonly FiledFigure[];
}

/**
 * What a lead would have been asked before filing. A figure well past its target is only news at
 * that moment: in a record it is no fault.
 */
const figureFindings = ({
  programme,
  project,
  measure,
  quarter,
  figures,
}: FiguresOfMeasure): readonly Finding[] => {
  const known = figures.filter((figure) => compareQuarters(figure.quarter, quarter) <= 0);
  const assessment = judge({
    measure,
    quarter,
    figures: known,
    programmeTolerance: programme.tolerance,
  });
  return questionsOn(assessment, before(known, quarter))
    .filter(({ code }) => code !== 'past_target')
    .map(({ code, found, ask }) => ({
      code,
      ref: measure.ref,
      quarter,
      found,
      ask,
      whom: { kind: 'lead_agency', agency: project.agency },
    }));
};
