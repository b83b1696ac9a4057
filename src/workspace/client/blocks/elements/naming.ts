import { textField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { wordsUnder } from './place.ts';

/** About as much of a section's words as anybody wants to hear before a choice. */
const LONGEST_NAME = 120;

const UNNAMED: Readonly<Record<string, string>> = {
  datepicker: 'Date',
  timepicker: 'Time',
  datetimepicker: 'Date and time',
  overflow: 'More actions',
};

/** What names an element that has no label of its own: its own words, or those it stands beside. */
export function nameOf({ element, block }: Pick<ElementParts, 'element' | 'block'>): string {
  return (
    textField(element, 'accessibility_label') ??
    (wordsUnder(element, 'placeholder') ||
      spoken(wordsUnder(block, 'text')) ||
      UNNAMED[textField(element, 'type') ?? ''] ||
      'Choose')
  );
}

/** The attributes that name an element for whoever hears it. */
export function naming(parts: ElementParts) {
  const { labelledBy, describedBy } = parts;
  return {
    ...(labelledBy === undefined
      ? { 'aria-label': nameOf(parts) }
      : { 'aria-labelledby': labelledBy }),
    ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
  };
}

/** The attributes of a single field, which also says whether its answer is wanted, or was refused. */
export function fieldNaming(parts: ElementParts) {
  const { invalid, required } = parts;
  return {
    ...naming(parts),
    ...(invalid && { 'aria-invalid': 'true' }),
    ...(required && { required: true }),
  };
}

/** Slack's markup without its signs. */
const spoken = (mrkdwn: string): string =>
  mrkdwn
    .replaceAll(/<[^<>|]*\|([^<>]*)>/g, '$1')
    .replaceAll(/[*~`<>]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
