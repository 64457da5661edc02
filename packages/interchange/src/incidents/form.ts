import type { Case } from '@truce/core/model'
import { CEASEFIRE_ACTS, textIn, WEAPONS } from '@truce/core/model'
import {
  COUNTED,
  FIRE_DIRECTIONS,
  OBSERVATION_MEANS,
  OTHER_INCIDENTS,
  RESTRICTIONS
} from '@truce/core/record'

/** Rows of a sheet, the first with the names of its columns. */
export type FormSheet = readonly (readonly string[])[]

/** The three sheets of an XLSForm. */
export interface IncidentForm {
  readonly survey: FormSheet
  readonly choices: FormSheet
  readonly settings: FormSheet
}

/** How finely times are asked for in the field. */
const PRECISIONS = ['minute', 'hour', 'day'] as const

/** What is asked: type, name, label, whether it has to be answered, and when it is asked. */
const QUESTIONS: readonly (readonly [string, string, string, string?, string?])[] = [
  ['start', 'start', ''],
  ['end', 'end', ''],
  ['deviceid', 'deviceid', ''],
  ['dateTime', 'occurred_at', 'When did it happen?', 'yes'],
  ['select_one precision', 'occurred_precision', 'How closely is the time known?', 'yes'],
  ['dateTime', 'occurred_until', 'Until when?'],
  ['geopoint', 'place', 'Where was it?'],
  ['text', 'place_name', 'What is the place called?'],
  ['text', 'area', 'In which sector or area?'],
  ['geopoint', 'observed_from', 'Where did you stand?'],
  ['select_one category', 'category', 'What was it?', 'yes'],
  ['select_one weapon', 'weapon', 'With what weapon?'],
  ['text', 'weapon_text', 'The weapon in your own words'],
  ['integer', 'observed_count', 'How many did you observe? Leave it empty if you do not know.'],
  [
    'select_one counted',
    'observed_of',
    'How many of what?',
    'yes',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a reference of XLSForm
    "${observed_count} != ''"
  ],
  ['select_one yes', 'observed_about', 'Is the number an estimate?'],
  ['select_one direction', 'direction', 'Which way did the fire go?'],
  ['integer', 'killed_low', 'Killed: at least'],
  ['integer', 'killed_best', 'Killed: most likely'],
  ['integer', 'killed_high', 'Killed: at most'],
  ['integer', 'injured_low', 'Injured: at least'],
  ['integer', 'injured_best', 'Injured: most likely'],
  ['integer', 'injured_high', 'Injured: at most'],
  ['select_one party', 'alleged', 'Who is said to have done it?'],
  ['select_one restriction', 'restriction', 'How were you kept from moving?'],
  ['select_multiple means', 'means', 'How do you know?', 'yes'],
  ['text', 'text', 'What else is to be said?'],
  ['text', 'language', 'In which language did you write it (uk, ru, en)?']
]

/** An XLSForm for reports from the field, with the parties of a case. KoboToolbox and ODK read it. */
export function incidentForm(source: Case): IncidentForm {
  const lists: readonly (readonly [list: string, names: readonly string[]])[] = [
    ['precision', PRECISIONS],
    ['category', [...CEASEFIRE_ACTS, ...OTHER_INCIDENTS]],
    ['weapon', WEAPONS],
    ['counted', COUNTED],
    ['yes', ['yes', 'no']],
    ['direction', FIRE_DIRECTIONS],
    ['restriction', RESTRICTIONS],
    ['means', OBSERVATION_MEANS]
  ]
  const title = textIn(source.title)
  return {
    survey: [
      ['type', 'name', 'label', 'required', 'relevant'],
      ...QUESTIONS.map(([type, name, label, required = '', relevant = '']) => [
        type,
        name,
        label,
        required,
        relevant
      ])
    ],
    choices: [
      ['list_name', 'name', 'label'],
      ...lists.flatMap(([list, names]) =>
        names.map((name) => [list, name, name.replaceAll('-', ' ')])
      ),
      ...[...source.parties].map(([id, party]) => ['party', id, textIn(party.name)])
    ],
    settings: [
      ['form_title', 'form_id', 'version', 'default_language'],
      [`Incident: ${title}`.slice(0, 120), 'truce_incident', '1', 'en']
    ]
  }
}

/** The names of the fields of the form. */
export const FORM_FIELDS: readonly string[] = QUESTIONS.map(([, name]) => name)
