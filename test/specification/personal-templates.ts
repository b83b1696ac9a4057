import type { PersonalKind } from '../../src/domain/personal-data/found.ts';
import type { Holding } from './personal-texts.ts';

/** Sentences as leads write them, with a place for something personal. */
type Carrier = (it: string) => string;

interface Sort {
  readonly kind: PersonalKind;
  readonly values: readonly string[];
  readonly carriers: readonly Carrier[];
}

const DATES = [
  '12/05/1998',
  '3.4.99',
  '03-11-2000',
  '1998-05-12',
  '7 September 1997',
  '7th of Sept 1997',
  '21st March, 1984',
  'March 21st, 1984',
  '12-May-98',
  '9 Dec 2001',
  '٠٥/٠٦/٢٠٠١',
];
const PHONES = [
  '020 7946 0018',
  '02079460018',
  '(020) 7946 0018',
  '0207 946 0018',
  '01632 960123',
  '(01632) 960 123',
  '07700 900123',
  '07700900123',
  '07700-900-123',
  '07700 900 123',
  '+44 7700 900123',
  '+447700900123',
  '+44 (0)20 7946 0018',
  '0044 20 7946 0018',
];
const POSTCODES = [
  'N12 0QR',
  'N120QR',
  'NW9 5AB',
  'EN5 2AB',
  'HA8 7BJ',
  'EC1A 1BB',
  'W1A 0AX',
  'M1 1AE',
  'nw4 4ax',
  'NW11 7tl',
];
const HOMES = [
  '14 Acacia Avenue',
  '22b Station Road',
  '101, Hendon Way',
  'Flat 3, Elm Court',
  'Flat 12B Marlborough House',
  '7 Church Close',
  '1-3 The Ridgeway Gardens',
  '55 St. Andrew’s Crescent',
  '8 Queen Mary Mews',
  '240 Golders Green Road',
];
const EMAILS = [
  'j.whitlock@example.org',
  'JANE.SMITH@BARNET.EXAMPLE.GOV.UK',
  'k_b99@mail.example.com',
  'o’oyelaran+yos@example.co.uk'.replace('o’', ''),
  'caseworker7@nps.example',
  'p.quill [at] example.org',
  'jane.smith at barnet dot gov dot uk',
];
const REFERENCES = [
  'CRN X123456',
  'CRN: D654321',
  'X123456',
  'PNC 2001/1234567A',
  'PNC ID 98/765432B',
  '01/123456C',
  'CRO number 123456/98X',
  'URN 01YE1234515',
  '01/YE/12345/15',
  'crime ref 2804567/15',
  'crime reference number 4512345/15',
  'Crime No: BX1234/15',
  'CAD 5521/12MAY15',
  'case no. 4567',
  'case reference: YOS/4567',
  'case ref #10456',
  'custody record 01/12345/15',
  'prison number A1234BC',
  'NOMS ID A1234BC',
  'NI number AB 12 34 56 C',
  'AB123456C',
  'QQ123456C'.replace('QQ', 'JK'),
  'National Insurance no JK 12 34 56 D',
  'NHS number 943 476 5919',
  'NHS no: 9434765919',
  '943-476-5919',
  'YOIS ID 34567',
  'Delius no 7654321',
  'Mosaic ID 1045678',
  'MARAC ref 15/0456',
  'housing ref: 445566',
  'our ref JS/4567/15',
  'client ID 30211',
  'UPN H801200001001',
];

const SORTS: readonly Sort[] = [
  {
    kind: 'date_of_birth',
    values: DATES,
    carriers: [
      (it) => `One client (DOB ${it}) was breached in May.`,
      (it) => `Referrals rose. The young person was born on ${it} and has since moved away.`,
      (it) => `Record not matched: date of birth ${it}`,
      (it) => `d.o.b: ${it}; order ends in August`,
      (it) => `Only ${it} (date of birth) was given.`,
      (it) => `DoB - ${it}, third order in two years.`,
    ],
  },
  {
    kind: 'phone',
    values: PHONES,
    carriers: [
      (it) => `Call ${it} for the full data.`,
      (it) => `17% engaged; the worker can be reached on ${it}.`,
      (it) => `Tel: ${it}`,
      (it) => `The victim changed her number (${it}) in June, so 4 of 9 were surveyed.`,
    ],
  },
  {
    kind: 'address',
    values: POSTCODES,
    carriers: [
      (it) => `The property in ${it} was burgled again.`,
      (it) => `Repeat victim, ${it}, visited on 12 May 2015.`,
      (it) => `Locks were changed (${it}) and 10 homes remain.`,
    ],
  },
  {
    kind: 'address',
    values: HOMES,
    carriers: [
      (it) => `The repeat victim lives at ${it} with two children.`,
      (it) => `Works at ${it} are complete.`,
      (it) => `Two visits in Q1 (${it}).`,
      (it) => `Address: ${it}, Hendon`,
    ],
  },
  {
    kind: 'email',
    values: EMAILS,
    carriers: [
      (it) => `Questions to ${it} please.`,
      (it) => `The survey (${it}) closed in June.`,
      (it) => `Contact: ${it}, or the duty desk`,
    ],
  },
  {
    kind: 'case_reference',
    values: REFERENCES,
    carriers: [
      (it) => `The delay concerns ${it} only.`,
      (it) => `10 of 41 engaged; ${it} was closed in May.`,
      (it) => `See ${it}.`,
      (it) => `One breach (${it}) went to court.`,
    ],
  },
];

const crossed = ({ kind, values, carriers }: Sort): readonly Holding[] =>
  carriers.flatMap((carry) => values.map((value): Holding => [carry(value), kind]));

/** Every identifier in every sentence for its sort. */
export const STRUCTURED: readonly Holding[] = SORTS.flatMap(crossed);

/** Every name in every sentence; the names are of all the borough's communities, several on no list. */
export const NAMED: readonly Holding[] = crossed({
  kind: 'name',
  values: [
    'Jane Smith',
    'Mohammed Khan',
    'Oluwaseun Adeyemi',
    'Agnieszka Nowak',
    'Rivka Goldstein',
    'Hodan Abdi',
    'Gurpreet Singh',
    'Nisha Patel',
    'Mehmet Yılmaz',
    'Niamh O’Sullivan',
    'Kwame Boateng',
    'Andreea Popescu',
    'Wei Zhang',
    'Eleni Georgiou',
    'Shanice Campbell',
    'Szczepan Wrona',
    'Xolani Mbatha',
    'Thandolwethu Gumede',
    'Mrs Featherstonehaugh',
    'PC Penhaligon',
    'Dr. A. Achterberg',
    'Mr B Oduya',
  ],
  carriers: [
    (it) => `${it} to lead on the action plan by September.`,
    (it) => `The figure fell because ${it} was recalled in May.`,
    (it) => `Engagement is up. Her key worker ${it} left in June.`,
    (it) => `Lead officer: ${it}`,
    (it) => `A client named ${it} moved away.`,
  ],
});

const BODIES = [
  'Barnet Homes',
  'Victim Support',
  'Public Health',
  'Phoenix Futures',
  'Community Payback',
  'the Safer Neighbourhood Team',
  'Barnet YOS',
  'Turning Point',
  'Trading Standards',
  'the London Fire Brigade',
  'Solace Women’s Aid',
  'the Ben Kinsella Trust',
  'Notting Hill Housing',
  'Catch22',
  'the Head of Community Safety',
  'the Anti-Social Behaviour Officer',
];
const PLACES = [
  'Burnt Oak',
  'High Road, N12',
  'Grahame Park',
  'Golders Green',
  'Watling Avenue',
  'Victoria Park',
  'Edgware Community Hospital',
  'Hendon Magistrates’ Court',
  'NW9 and HA8',
  'St Mary’s School',
];
const FIGURES = [
  '17% (7/41)',
  '1,234 against 1,180',
  '£12,345.67 of £20,000',
  '0.72 against 1.8',
  '34 in Q1 2015/16',
  '293.4 per 100,000',
  '+12% on 2014/15',
  '5.2%, a fall of 25.7%',
  '10 (annualised 40)',
];
const DAYS = [
  '12 May 2015',
  '30/09/2015',
  '1.7.2015',
  '2015-07-14',
  'Friday 3 July 2015',
  '14th September',
  'w/c 14/09/15',
  'June 2015',
];

type Clean = (parts: {
  readonly body: string;
  readonly place: string;
  readonly figures: string;
  readonly day: string;
}) => string;

const CLEAN_SENTENCES: readonly Clean[] = [
  ({ body, day }) => `Next step: ${body} will report to the panel on ${day}.`,
  ({ body, place }) => `Patrols in ${place} continue with ${body}.`,
  ({ figures, day }) => `The figure is ${figures}; the data were drawn on ${day}.`,
  ({ body, figures }) => `Referrals from ${body}: ${figures}.`,
  ({ body, place, figures, day }) =>
    `${figures}. Since ${day} ${body} has run weekly sessions at ${place}; a worker visits twice a week.`,
  ({ place, figures }) => `Hot spots: ${place} (${figures}) and Colindale.`,
  ({ body }) => `One client was recalled and her mother was supported by ${body}.`,
  ({ body, day }) => `A scheme called Safer Streets, run by ${body}, was opened on ${day}.`,
];

/** Every sentence with every body, and places, figures and days in turn: nothing personal in any. */
export const CLEAN_COMBINED: readonly string[] = CLEAN_SENTENCES.flatMap((write, sentence) =>
  BODIES.flatMap((body, index) =>
    [0, 1, 2].map((step) => {
      const turn = index + 5 * step + sentence;
      return write({
        body,
        place: PLACES[turn % PLACES.length] ?? '',
        figures: FIGURES[turn % FIGURES.length] ?? '',
        day: DAYS[turn % DAYS.length] ?? '',
      });
    }),
  ),
);
