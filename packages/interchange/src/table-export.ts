import type { Case, Interest, Issue, Stance } from '@truce/core/model'
import { textIn } from '@truce/core/model'
import type { Refused } from './answer.ts'
import type { Figure } from './deal-case.ts'
import { tidy } from './deal-case.ts'
import { cellOf, lineOf } from './table-cells.ts'
import { lostOf } from './table-lost.ts'
import { figureOf, noDealOf, valueIn, worthIn } from './table-worth.ts'

/** A deal space as a table, and as JSON for programs; both hold the same. */
export interface TableExport {
  readonly refused?: undefined
  /** A header, the rows of each issue, and the no-deals. Texts are safe in a spreadsheet. */
  readonly rows: readonly (readonly (string | number)[])[]
  readonly json: string
  readonly lost: readonly string[]
}

/**
 * Issues and options against the parties that have interests: values, weights and no-deals as the
 * case judges them, ranges as ranges.
 */
export function exportTable(source: Case): TableExport | Refused {
  const stances = [...source.parties.keys()].flatMap((id) => {
    const stance = source.stances.get(id)
    return stance && stance.interests.length > 0 ? [stance] : []
  })
  if (stances.length === 0)
    return { refused: 'no party has interests: add them under `stances` to export a deal space' }
  return {
    rows: rowsOf(source, stances),
    json: `${JSON.stringify(jsonOf(source, stances), undefined, 2)}\n`,
    lost: lostOf(source, stances)
  }
}

function rowsOf(source: Case, stances: readonly Stance[]): TableExport['rows'] {
  const parties = distinct(stances.map(({ party }) => ({ id: party, text: nameOf(source, party) })))
  const issues = distinct(source.issues.map(({ id, title }) => ({ id, text: textIn(title) })))
  return [
    ['issue', 'option', ...parties.map(cellOf)],
    ...source.issues.flatMap((issue, k) =>
      issueRows(issue, cellOf(issues[k] ?? issue.id), stances)
    ),
    ['no-deal', '', ...stances.map((stance) => cell(noDealOf(stance, source)))]
  ]
}

function issueRows(
  { id, options }: Issue,
  name: string,
  stances: readonly Stance[]
): TableExport['rows'] {
  const interests = stances.map((stance) => interestIn(stance, id))
  const titles = distinct(options.map((option) => ({ id: option.id, text: textIn(option.title) })))
  return [
    [
      name,
      'weight',
      ...interests.map((interest) => (interest ? cell(figureOf(interest.weight)) : ''))
    ],
    ...options.map((option, k) => [
      name,
      cellOf(titles[k] ?? option.id),
      ...interests.map((interest) => (interest ? cell(valueIn(interest, option.id)) : ''))
    ])
  ]
}

/** Names that are the same, or empty, are told apart by their ids: a table knows nothing else. */
function distinct(
  named: readonly { readonly id: string; readonly text: string }[]
): readonly string[] {
  const texts = named.map(({ text }) => lineOf(text))
  return named.map(({ id }, k) => {
    const text = texts[k] ?? ''
    if (text === '') return id
    return texts.indexOf(text) === k && texts.lastIndexOf(text) === k
      ? text
      : `${text.slice(0, 150)} (${id})`
  })
}

const nameOf = ({ parties }: Case, id: string): string => textIn(parties.get(id)?.name ?? id)

const interestIn = ({ interests }: Stance, issue: string): Interest | undefined =>
  interests.find((one) => one.issue === issue)

/** A range is a text, and one below zero would begin as a formula does. */
function cell(figure: Figure | undefined): string | number {
  if (figure === undefined) return ''
  if (typeof figure === 'number') return tidy(figure)
  const text = figure.map(tidy).join('..')
  return text.startsWith('-') ? `'${text}` : text
}

function jsonOf(source: Case, stances: readonly Stance[]): object {
  const byParty = <T>(of: (stance: Stance) => T | undefined): object =>
    Object.fromEntries(
      stances.flatMap((stance) => (of(stance) === undefined ? [] : [[stance.party, of(stance)]]))
    )
  return {
    format: 'truce-deal-space',
    version: 1,
    title: textIn(source.title),
    asOf: source.asOf,
    parties: stances.map((stance) => ({
      id: stance.party,
      name: nameOf(source, stance.party),
      noDeal: noDealOf(stance, source)
    })),
    issues: source.issues.map(({ id, title, options }) => ({
      id,
      title: textIn(title),
      weights: byParty((stance) => {
        const interest = interestIn(stance, id)
        return interest && figureOf(interest.weight)
      }),
      options: options.map((option) => ({
        id: option.id,
        title: textIn(option.title),
        values: byParty((stance) => {
          const interest = interestIn(stance, id)
          return interest && valueIn(interest, option.id)
        }),
        worth: byParty((stance) => {
          const worth = worthIn(stance, source)
          return tidy(worth.share(id) * worth.value(id, option.id))
        })
      }))
    }))
  }
}
