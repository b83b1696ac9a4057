const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** One person, as commentary speaks of them. */
export const PERSON_WORDS = listed(`
  client person male female boy girl man woman lad son daughter brother sister mother father mum dad
  stepfather stepmother stepson stepdaughter grandmother grandfather nan uncle aunt cousin nephew niece husband
  wife boyfriend girlfriend fiance friend neighbour resident tenant offender victim suspect defendant
  perpetrator nominal prisoner pupil student teenager youth youngster child toddler patient witness complainant
  worker caseworker officer volunteer mentor mentee carer guardian solicitor manager coordinator co-ordinator colleague
  individual someone somebody adult participant user yp keyworker sibling twin baby survivor attendee
`);

/** What schemes, places and bodies are, which are named and called something too. */
export const THING_WORDS = listed(`
  scheme project programme program operation initiative group app service organisation organization charity
  event campaign tool course session website estate road street area park gang centre day workshop network forum
  pilot model product drug company agency team clinic hostel house hub unit report document strategy plan
  award film play song show cafe club pub shop bar school college site page line helpline system database exercise
  week festival meeting substance provider contractor partnership board approach package intervention
  newsletter leaflet resource module partner consortium fund block tower building place town village ward
  services groups projects programmes organisations charities agencies dog horse horses dogs
`);

/**
 * The words before something personal that may be repeated to show where it stands. None of them is
 * anybody's name.
 */
export const POINTING_WORDS = listed(`
  her his their our the a an with for from by to of at on and is was named called known as asked told met
  visited supported referred contacted arrested mother father brother sister son daughter wife husband
  aunt uncle cousin friend neighbour client offender victim suspect defendant person resident tenant worker
  officer volunteer mentor solicitor colleague manager coordinator lead contact family carer child boy girl man
  woman male female born birth date dob birthday lives living resides address property flat home phone telephone
  tel mobile number text ring email mail write send reference case crime record custody initials nickname
  nicknamed alias aka
`);
