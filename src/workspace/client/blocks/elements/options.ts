import { field, isRecord, type Json, recordsField, textField } from '../../../json.ts';
import type { Names } from '../block-context.ts';
import { wordsUnder } from './place.ts';

/** One thing that can be picked. */
export interface Option {
  readonly value: string;
  readonly words: string;
  /** A second line in smaller print; empty when there is none. */
  readonly description: string;
}

/** Options under a heading of their own, or under none. */
export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

const optionOf = (option: Json): Option => ({
  value: textField(option, 'value') ?? '',
  words: wordsUnder(option, 'text'),
  description: wordsUnder(option, 'description'),
});

const ofNames = (names: Readonly<Record<string, string>>, sign: string): readonly Option[] =>
  Object.entries(names).map(([value, name]) => ({
    value,
    words: `${sign}${name}`,
    description: '',
  }));

/** Everything an element offers, by group. */
export function offersOf(element: Json, names: Names): readonly OptionGroup[] {
  const type = textField(element, 'type') ?? '';
  if (type.includes('users_select')) return [{ label: '', options: ofNames(names.people, '') }];
  if (/(channels|conversations)_select/.test(type)) {
    return [{ label: '', options: ofNames(names.channels, '#') }];
  }
  const groups = recordsField(element, 'option_groups');
  if (groups.length === 0) {
    return [{ label: '', options: recordsField(element, 'options').map(optionOf) }];
  }
  return groups.map((group) => ({
    label: wordsUnder(group, 'label'),
    options: recordsField(group, 'options').map(optionOf),
  }));
}

/** The offers whose words hold what was typed; a group that has none left is gone. */
export function offersWith(groups: readonly OptionGroup[], typed: string): readonly OptionGroup[] {
  const wanted = typed.trim().toLowerCase();
  return groups
    .map(({ label, options }) => ({
      label,
      options: options.filter(({ words }) => words.toLowerCase().includes(wanted)),
    }))
    .filter(({ options }) => options.length > 0);
}

/** The values held: options by their value, people and channels by their id. */
export function pickedIn(held: unknown): readonly string[] {
  return listOf(held).flatMap((each) => {
    const value = typeof each === 'string' ? each : field(each, 'value');
    return typeof value === 'string' ? [value] : [];
  });
}

/** The options held with their words, which are known even where nothing offers them now. */
export const optionsIn = (held: unknown): readonly Option[] =>
  listOf(held).filter(isRecord).map(optionOf);

const listOf = (held: unknown): readonly unknown[] => (Array.isArray(held) ? held : [held]);
