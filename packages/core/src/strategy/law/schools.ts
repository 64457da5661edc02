/**
 * What the law asks about a third state's act: whether it keeps the duty of neutrality, makes the
 * state a party to the armed conflict, is a use of force, or is complicity in another's wrong. Each
 * is asked by itself: an answer to one is no answer to another.
 */
export const AXES = ['neutrality', 'party', 'force', 'complicity'] as const
/** One of `AXES`. */
export type Axis = (typeof AXES)[number]

/** Who answers, by the question they answer: schools of neutrality, tests of party status, readings. */
export const SCHOOLS = {
  neutrality: ['strict', 'qualified', 'non-belligerent'],
  party: ['own-force', 'coordinated-harm', 'german-practice'],
  force: ['prevailing', 'indirect-force'],
  complicity: ['state-responsibility']
} as const satisfies Readonly<Record<Axis, readonly string[]>>
/** One of `SCHOOLS`. */
export type School = (typeof SCHOOLS)[Axis][number]

/** What a school says of an act; `party` on the question of party status alone. */
export type LegalVerdict = 'permitted' | 'breach' | 'party' | 'disputed'

/** A fact that an answer hangs on, and that no text of a case decides. */
export type LegalHinge =
  | 'victim'
  | 'not-neutral'
  | 'impartial'
  | 'coordinated'
  | 'launched'
  | 'unlawful-attack'
  | 'wrongful-aided'

/** Something that the table of answers is drawn from, by a short title. */
export interface LegalSource {
  readonly title: string
  readonly date?: string
}

/** The sources of the table of answers. */
export const LEGAL_SOURCES = {
  'hague-v': { title: 'Hague Convention V', date: '1907' },
  'hague-xiii': { title: 'Hague Convention XIII', date: '1907' },
  aggression: { title: 'Definition of Aggression, art. 3(f)', date: '1974' },
  responsibility: { title: 'Articles on State Responsibility, art. 16', date: '2001' },
  schmitt: { title: 'Schmitt, Articles of War, two posts', date: '2022' },
  'ihl-studies': {
    title: 'Journal of International Humanitarian Legal Studies 13(2) 251, abstract',
    date: '2022'
  },
  iclq: {
    title: 'article on qualified neutrality, by memory Clancy, ICLQ, introduction',
    date: '2023'
  },
  practice: { title: 'EJIL:Talk, a look at State practice on arms' },
  schmid: { title: 'Schmid, International Review of the Red Cross, abstract', date: '2024' },
  wentker: { title: 'Wentker, Leiden Journal of International Law 36, abstract', date: '2023' },
  chatham: { title: 'Wentker, Jackson and Hill-Cawthorne, Chatham House', date: '2024' },
  bundestag: {
    title: 'research service of the Bundestag, WD 2-019/22, as reported',
    date: '2022'
  },
  berlin: { title: 'German government, as reported', date: '2022' },
  milanovic: { title: 'Milanovic on sharing intelligence, abstract' },
  'use-of-force': {
    title: 'Journal on the Use of Force and International Law, abstract',
    date: '2023'
  },
  nilr: { title: 'Netherlands International Law Review, s40802-024-00262-8', date: '2024' },
  general: { title: 'general rule' }
} as const satisfies Readonly<Record<string, LegalSource>>
/** The name of one of `LEGAL_SOURCES`. */
export type LegalSourceId = keyof typeof LEGAL_SOURCES
