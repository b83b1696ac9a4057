// The words for an assessment, for whoever prints one: a message, a form, a report or a file.
export { digestLine, headline, willShowAs } from './headline.ts';
export { officerDiffers } from './officer.ts';
export { positionSymbol, positionWord } from './position-words.ts';
export { describeBasis, printAnswer } from './print-answer.ts';
export { printDifference, printNeed, printValue } from './print-value.ts';
export { qualifierLines } from './qualifier-lines.ts';
export {
  baselineLine,
  levelNeededLine,
  outlookLine,
  positionLine,
  targetLine,
  travelLine,
} from './status-lines.ts';
export { whyParagraphs } from './why.ts';
