/** What whoever files confirms by it, in the words that stand above the button and in the record. */
export const attestationFor = (purpose: 'file' | 'file_on_behalf' | 'correct'): string => {
  switch (purpose) {
    case 'file':
      return 'By pressing File I confirm that these figures are right to the best of my knowledge.';
    case 'file_on_behalf':
      return 'By pressing File I confirm that these are the figures I was given.';
    case 'correct':
      return 'By pressing File I confirm that these corrections are right to the best of my knowledge.';
  }
};
