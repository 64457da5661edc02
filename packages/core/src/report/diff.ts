import type { CaseDifference, OnlyIn, Pair } from '../check/diff.ts'
import type { Block } from './blocks.ts'
import { heading, list, paragraph, table } from './blocks.ts'
import { chance, verdictWord } from './words.ts'

/** The report of `diff`: left and right in columns, only what differs. */
export function diffReport(difference: CaseDifference): readonly Block[] {
  const { titles, views, asOf, parties, issues, required, proposals } = difference
  return [
    heading(1, 'Two cases side by side'),
    table(
      ['', 'left', 'right'],
      [
        ['title', ...titles],
        ['view', ...words(views)],
        ['as of', ...asOf],
        [
          'must accept',
          ...words(required.map((one) => one?.join(', ') ?? null) as unknown as Pair<string>)
        ]
      ]
    ),
    ...verdicts(difference),
    heading(2, 'Parties, issues, proposals'),
    list([
      ...only('parties', parties),
      ...only('issues', issues),
      ...only('proposals', proposals),
      ...issues.options.map(
        ({ issue, onlyLeft, onlyRight }) =>
          `${issue}: ${[...onlyLeft.map((option) => `left also offers ${option}`), ...onlyRight.map((option) => `right also offers ${option}`)].join('; ')}`
      )
    ]),
    ...termRows(difference),
    ...redlines(difference),
    ...interests(difference)
  ]
}

const words = (pair: Pair<string>): readonly string[] => pair.map((one) => one ?? '-')

function only(what: string, { onlyLeft, onlyRight, both }: OnlyIn): readonly string[] {
  return [
    `${both} ${what} in both`,
    ...(onlyLeft.length > 0 ? [`${what} only left: ${onlyLeft.join(', ')}`] : []),
    ...(onlyRight.length > 0 ? [`${what} only right: ${onlyRight.join(', ')}`] : [])
  ]
}

function verdicts({ verdicts: rows }: CaseDifference): readonly Block[] {
  const cell = (verdict: string | null, p: number | null): string =>
    verdict === null
      ? '-'
      : `${verdictWord(verdict as Parameters<typeof verdictWord>[0])} ${chance(p ?? 0)}`
  const walking = rows.flatMap(({ proposal, walkers }) =>
    walkers.flatMap((one, side) =>
      one && one.length > 0
        ? [`${proposal}, ${side === 0 ? 'left' : 'right'}: ${one.join('; ')}`]
        : []
    )
  )
  return [
    heading(2, 'Verdicts'),
    table(
      ['proposal', 'left', 'right'],
      rows.map(({ proposal, verdict, p }) => [
        proposal,
        cell(verdict[0], p[0]),
        cell(verdict[1], p[1])
      ])
    ),
    ...(walking.length > 0 ? [paragraph('Who would walk:'), list(walking)] : [])
  ]
}

function termRows({ proposals: { terms } }: CaseDifference): readonly Block[] {
  if (terms.length === 0) return []
  return [
    heading(2, 'Terms of proposals of the same name'),
    table(
      ['proposal', 'issue', 'left', 'right'],
      terms.map(({ proposal, issue, option }) => [proposal, issue, ...words(option)])
    )
  ]
}

function redlines({ redlines: rows }: CaseDifference): readonly Block[] {
  if (rows.length === 0) return [heading(2, 'Redlines'), paragraph('The redlines are the same.')]
  const cell = (what: string | null, firmness: number | null): string =>
    what === null ? '-' : `${what} (${(firmness ?? 0).toFixed(2)})`
  return [
    heading(2, 'Redlines that differ (firmness)'),
    table(
      ['redline', 'left', 'right'],
      rows.map(({ id, what, firmness }) => [
        id,
        cell(what[0], firmness[0]),
        cell(what[1], firmness[1])
      ])
    )
  ]
}

function interests({ interests: rows, noDeal }: CaseDifference): readonly Block[] {
  const number = (value: number | null): string => (value === null ? '-' : value.toFixed(0))
  const percent = (value: number | null): string =>
    value === null ? '-' : `${(100 * value).toFixed(0)} %`
  const lines = rows.flatMap(({ party, issue, share, values }) => [
    [`${party}: ${issue}`, percent(share[0]), percent(share[1])],
    ...values.map(({ option, value }) => [`  ${option}`, number(value[0]), number(value[1])])
  ])
  return [
    ...(noDeal.length > 0
      ? [
          heading(2, 'No deal (points)'),
          table(
            ['party', 'left', 'right'],
            noDeal.map(({ party, value }) => [party, number(value[0]), number(value[1])])
          )
        ]
      : []),
    ...(lines.length > 0
      ? [
          heading(2, 'What matters, and what options are worth'),
          paragraph('Share of an issue in all weights, then the values that differ.'),
          table(['party: issue', 'left', 'right'], lines)
        ]
      : [])
  ]
}
