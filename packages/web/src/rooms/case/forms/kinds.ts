import { idFrom } from '../entries.ts'
import { conditionRead, conditionWritten } from './condition.ts'
import { readsDate, suggestedDate } from './dates.ts'
import type { Draft, Value } from './draft.ts'
import {
  entriesOf,
  isEmpty,
  listOf,
  mapOf,
  rangeOf,
  rangeRead,
  rangeWritten,
  saidIn,
  scalarIn,
  scalarsIn,
  textOf,
  textsOf
} from './draft.ts'
import {
  clockRead,
  clockWritten,
  hourProblem,
  momentProblem,
  momentRead,
  momentWritten,
  spanProblem,
  spanRead,
  spanWritten,
  whenProblem,
  whenRead,
  whenWritten
} from './moments.ts'
import { patternRead, patternWritten, statementsRead, statementsWritten } from './patterns.ts'
import { placesKind, rowsKind } from './rows.ts'
import type { About, FieldSpec, KindName } from './spec.ts'
import { isNeeded } from './spec.ts'
import { termsProblem, termsRead, termsWritten } from './terms.ts'

/** How the value of a kind of field is judged, written and read. */
export interface Kind {
  /** What is wrong with what stands there, in words; nothing where it can be taken. */
  readonly problem?: (value: Value, field: FieldSpec, about: About) => string | undefined
  /** The value as a case writes it; undefined leaves it out. */
  readonly written: (value: Value, field: FieldSpec, about: About) => unknown
  /** What is written, as the field shows it; undefined where the field cannot. */
  readonly read: (told: unknown, about: About, field: FieldSpec) => Value | undefined
}

/** The lines that say something. */
export const linesIn = (value: Value | undefined): readonly string[] =>
  textOf(value)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const plain: Kind = {
  written: (value) => textOf(value).trim() || undefined,
  read: scalarIn
}

const dated = (span: boolean): Kind => ({
  ...plain,
  problem: (value, _, { say }) => {
    const text = textOf(value).trim()
    if (readsDate(text, span)) return undefined
    const meant = suggestedDate(text)
    return meant === undefined
      ? say(span ? 'forms.problem.span' : 'forms.problem.date')
      : say('forms.problem.dateMeant', { meant })
  }
})

const range: Kind = {
  problem: (value, { bounds }, { say }) => rangeProblem(value, bounds, say),
  written: rangeWritten,
  read: rangeRead
}

/** Each kind of field. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  text: { ...plain, read: (told, { names }) => textIn(told, names) },
  choice: plain,
  source: plain,
  date: dated(false),
  span: dated(true),
  link: {
    ...plain,
    problem: (value, _, { say }) =>
      /^(https?:\/\/|mailto:)\S+$/i.test(textOf(value).trim())
        ? undefined
        : say('forms.problem.link')
  },
  number: {
    problem: (value, { bounds }, { say }) => {
      const number = isShare(value, bounds) ? shareIn(value) : numberIn(value)
      if (number === undefined) return say('forms.problem.number')
      return bounds && (number < bounds.min || number > bounds.max)
        ? say('case.range.ends', ends(bounds))
        : undefined
    },
    // A share in percent stays in percent.
    written: (value, { bounds }) =>
      isShare(value, bounds) ? textOf(value).trim() : numberIn(value),
    read: scalarIn
  },
  lines: {
    problem: (value, _, { say }) => linesProblem(value, say),
    written: (value) => optionsWritten(linesIn(value)),
    read: () => undefined
  },
  several: {
    written: (value, { isList }) => {
      const chosen = textsOf(value)
      return chosen.length < 2 && !isList ? chosen[0] : chosen
    },
    read: scalarsIn
  },
  range,
  worths: {
    problem: (value, field, about) => worthsProblem(mapOf(value), field, about),
    written: (value) =>
      Object.fromEntries(Object.entries(saidIn(value)).map(([id, one]) => [id, rangeWritten(one)])),
    read: worthsRead
  },
  condition: {
    problem: (value, _, { say }) => clausesProblem(value, say),
    written: conditionWritten,
    read: (told, about) => conditionRead(told, about)
  },
  pattern: {
    problem: (value, _, { say }) => clausesProblem(value, say),
    written: patternWritten,
    read: patternRead
  },
  statements: { written: statementsWritten, read: statementsRead },
  terms: {
    problem: (value, _, about) => termsProblem(mapOf(value), about),
    written: (value) => termsWritten(mapOf(value)),
    read: termsRead
  },
  package: {
    written: (value) => termsWritten(mapOf(value)),
    read: termsRead
  },
  list: {
    written: linesIn,
    read: (told) => {
      const texts = Array.isArray(told) ? scalarsIn(told) : undefined
      return texts?.some((text) => text.includes('\n')) ? undefined : texts?.join('\n')
    }
  },
  each: {
    problem: (value, field, { say }) =>
      field.each || Object.values(saidIn(value)).every((one) => numberIn(one) !== undefined)
        ? undefined
        : say('forms.problem.number'),
    written: (value, { each }) =>
      Object.fromEntries(
        Object.entries(saidIn(value)).map(([id, one]) => [id, each ? textOf(one) : numberIn(one)])
      ),
    read: (told) => {
      const entries = Object.entries(entriesOf(told) ?? {})
      const read = entries.flatMap(([id, one]) => {
        const text = scalarIn(one)
        return text === undefined ? [] : [[id, text] as const]
      })
      return read.length === entries.length ? Object.fromEntries(read) : undefined
    }
  },
  rows: rowsKind({ kindOf: ({ kind }) => KINDS[kind], problemOf }),
  places: placesKind,
  moment: {
    problem: (value, _, about) => momentProblem(value, false, about),
    written: momentWritten,
    read: momentRead
  },
  when: {
    problem: (value, _, about) => whenProblem(value, about),
    written: whenWritten,
    read: whenRead
  },
  lapse: {
    problem: (value, _, about) => spanProblem(value, about),
    written: spanWritten,
    read: spanRead
  },
  clock: {
    problem: (value, _, { say }) => hourProblem(mapOf(value), say),
    written: clockWritten,
    read: clockRead
  },
  answers: {
    problem: (value, _, { say }) => answersProblem(value, say),
    written: (value) =>
      Object.fromEntries(answerRows(value).map(({ id, share }) => [id, numberIn(share)])),
    read: (told) =>
      Object.entries(entriesOf(told) ?? {}).map(([id, share]) => ({
        answer: answerWords(id),
        share: String(share)
      }))
  }
}

/** Whether a number is written in percent, where it is a share of one. */
const isShare = (value: Value, bounds: FieldSpec['bounds']): boolean =>
  bounds?.max === 1 && /^\d+([.,]\d+)?%$/.test(textOf(value).trim())

const shareIn = (value: Value): number => Number.parseFloat(textOf(value).replace(',', '.')) / 100

/** What is wrong with a field; that it is missing only where it is needed. */
export function problemOf(field: FieldSpec, draft: Draft, about: About): string | undefined {
  const value = draft[field.key] ?? ''
  if (isEmpty(value)) {
    const what = about.say(`forms.field.${field.label}`)
    return isNeeded(field, about) ? about.say('forms.problem.missing', { what }) : undefined
  }
  return KINDS[field.kind].problem?.(value, field, about)
}

const ends = ({ min, max }: { readonly min: number; readonly max: number }) => ({
  min: String(min),
  max: String(max)
})

function rangeProblem(
  value: Value,
  bounds: FieldSpec['bounds'],
  say: About['say']
): string | undefined {
  const made = rangeOf(value)
  if (!made) {
    const [low = '', , high = ''] = textsOf(value)
    const isTurned = Number(low) > Number(high) && high.trim() !== ''
    return say(isTurned ? 'forms.problem.turned' : 'forms.problem.range')
  }
  return bounds && (made.low < bounds.min || made.high > bounds.max)
    ? say('case.range.ends', ends(bounds))
    : undefined
}

function worthsProblem(worths: Draft, field: FieldSpec, about: About): string | undefined {
  const choices = field.among?.(about, {}) ?? []
  for (const { value, label } of choices) {
    const worth = worths[value]
    if (isEmpty(worth) && field.isPartial) continue
    if (isEmpty(worth)) return about.say('forms.problem.noWorth', { option: label })
    const wrong = rangeProblem(worth ?? '', field.bounds, about.say)
    if (wrong !== undefined) return `${label}: ${wrong}`
  }
  return undefined
}

function worthsRead(told: unknown): Value | undefined {
  const entries = Object.entries(entriesOf(told) ?? {})
  const read = entries.flatMap(([id, one]) => {
    const texts = rangeRead(one)
    return texts ? [[id, texts] as const] : []
  })
  return read.length === entries.length ? Object.fromEntries(read) : undefined
}

function clausesProblem(value: Value, say: About['say']): string | undefined {
  const clauses = listOf(mapOf(value)['clauses']).map(mapOf)
  if (clauses.length === 0) return say('forms.problem.clause')
  return clauses.every(({ issue, options }) => textOf(issue) !== '' && !isEmpty(options))
    ? undefined
    : say('forms.problem.clause')
}

function answersProblem(value: Value, say: About['say']): string | undefined {
  const rows = answerRows(value)
  const ids = rows.map(({ id }) => id)
  const shares = rows.map(({ share }) => numberIn(share))
  if (ids.includes('')) return say('forms.problem.answerName')
  if (new Set(ids).size < ids.length) return say('forms.problem.answerTwice')
  if (shares.some((share) => share === undefined || share < 0 || share > 100))
    return say('forms.problem.answerShare')
  const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0)
  return sum > 100.5 ? say('forms.problem.answerSum', { sum }) : undefined
}

/** An answer's id as a reader says it. */
export const answerWords = (id: string): string => id.replaceAll('-', ' ')

/** The answers that were filled in, each by an id made of its words. */
export function answerRows(value: Value | undefined): readonly {
  readonly id: string
  readonly share: Value | undefined
}[] {
  return listOf(value)
    .map(mapOf)
    .filter((row) => !isEmpty(row))
    .map(({ answer, share }) => ({ id: answerId(textOf(answer)), share }))
}

/** The words joined by hyphens, whole: an answer that was read keeps the id it has. */
const answerId = (text: string): string =>
  (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).join('-')

function numberIn(value: Value | undefined): number | undefined {
  const text = textOf(value).trim().replace(',', '.')
  return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
}

function linesProblem(value: Value, say: About['say']): string | undefined {
  const lines = linesIn(value)
  if (lines.length < 2) return say('forms.problem.twoOptions')
  const twice = lines.find((line, index) => lines.indexOf(line) < index)
  return twice === undefined ? undefined : say('forms.problem.optionTwice', { option: twice })
}

/** Options by ids made of their titles, in their order. */
export function optionsWritten(titles: readonly string[]): Readonly<Record<string, string>> {
  const options: Record<string, string> = {}
  for (const title of titles) options[idFrom(title, Object.keys(options))] = title
  return options
}

/** A text given in several languages is changed as text. */
function textIn(told: unknown, names: About['names']): string | undefined {
  const given = entriesOf(told)
  return given ? undefined : told === undefined ? undefined : names.text(scalarIn(told) ?? '')
}
