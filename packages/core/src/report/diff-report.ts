import type { CaseDifference, OnlyIn, Pair } from '../check/diff.ts'
import { BINDING } from '../worth/conventions.ts'
import type { Verdict } from '../worth/verdict.ts'
import type { Block } from './blocks.ts'
import { heading, list, paragraph, table } from './blocks.ts'
import type { Rich, Words } from './words/index.ts'
import { admissibleWords, chance, count, verdictMark, words } from './words/index.ts'

/** The report of `diff`: left and right in columns, only what differs. */
export function diffReport(difference: CaseDifference): readonly Block<Rich>[] {
  const own = words()
  const { say } = own
  const { titles, views, asOf, parties, issues, required, packages, proposals } = difference
  const [left, right] = required.map((one) => one?.join(', ') ?? '-')
  return [
    heading(1, say('diff.title')),
    table(
      ['', say('diff.left'), say('diff.right')],
      [
        [say('diff.case-title'), ...titles],
        [say('diff.view'), ...cells(views)],
        [say('diff.as-of'), ...asOf],
        [say('diff.must'), left ?? '-', right ?? '-'],
        [say('diff.packages'), ...packages.map((one) => packagesIn({ say }, one))]
      ]
    ),
    ...roomChange(own, difference),
    ...verdicts(own, difference),
    heading(2, say('diff.what')),
    list([
      ...only(own, 'parties', parties),
      ...only(own, 'issues', issues),
      ...only(own, 'proposals', proposals),
      ...issues.options.map(({ issue, onlyLeft, onlyRight }) =>
        say('diff.options', {
          issue,
          options: [
            ...onlyLeft.map((option) => say('diff.offers.left', { option })),
            ...onlyRight.map((option) => say('diff.offers.right', { option }))
          ].join('; ')
        })
      )
    ]),
    ...termRows(own, difference),
    ...redlines(own, difference),
    ...interests(own, difference)
  ]
}

/** Whether the packages that can be agreed are others, and which redlines make them so. */
function roomChange(own: Words, { packages, redlines: rows }: CaseDifference): readonly Block[] {
  const { say } = own
  const [left, right] = packages
  const binds = (firmness: number | null): boolean => (firmness ?? 0) >= BINDING
  const turned = rows.filter(({ firmness: [one, two] }) => binds(one) !== binds(two))
  if (left.admissible === right.admissible && turned.length === 0) return []
  const figure = (firmness: number | null): string =>
    firmness === null ? say('diff.nothing') : firmness.toFixed(2)
  return [
    paragraph(
      [
        say('diff.room', {
          left: admissibleWords(own, left),
          right: admissibleWords(own, right)
        }),
        ...(turned.length > 0
          ? [
              say('diff.room.binding', {
                at: String(BINDING),
                redlines: turned
                  .map(({ id, firmness: [one, two] }) =>
                    say('diff.room.side', { id, left: figure(one), right: figure(two) })
                  )
                  .join('; ')
              })
            ]
          : [])
      ].join(' ')
    )
  ]
}

const packagesIn = (
  { say }: Pick<Words, 'say'>,
  room: CaseDifference['packages'][number]
): string =>
  say('diff.packages.of', {
    total: count(room.total),
    admissible: admissibleWords({ say }, room)
  })

const cells = (pair: Pair<string>): readonly string[] => pair.map((one) => one ?? '-')

function only(
  { say }: Words,
  what: 'parties' | 'issues' | 'proposals',
  { onlyLeft, onlyRight, both }: OnlyIn
): readonly string[] {
  return [
    say(`diff.${what}.both`, { n: both }),
    ...(onlyLeft.length > 0 ? [say(`diff.${what}.left`, { ids: onlyLeft.join(', ') })] : []),
    ...(onlyRight.length > 0 ? [say(`diff.${what}.right`, { ids: onlyRight.join(', ') })] : [])
  ]
}

function verdicts(own: Words, { verdicts: rows }: CaseDifference): readonly Block<Rich>[] {
  const { say, rich } = own
  const cell = (verdict: Verdict | null, p: number | null): Rich =>
    verdict === null
      ? '-'
      : rich('diff.verdict', { verdict: [verdictMark(own, verdict)], chance: chance(p ?? 0) })
  const walking = rows.flatMap(({ proposal, walkers }) =>
    walkers.flatMap((one, side) =>
      one && one.length > 0
        ? [
            say(side === 0 ? 'diff.walk.left' : 'diff.walk.right', {
              proposal,
              walkers: one.join('; ')
            })
          ]
        : []
    )
  )
  return [
    heading(2, say('diff.verdicts')),
    table<Rich>(
      [say('brief.proposal'), say('diff.left'), say('diff.right')],
      rows.map(({ proposal, verdict, p }) => [
        proposal,
        cell(verdict[0], p[0]),
        cell(verdict[1], p[1])
      ])
    ),
    ...(walking.length > 0 ? [paragraph(say('diff.walk')), list(walking)] : [])
  ]
}

function termRows({ say }: Words, { proposals: { terms } }: CaseDifference): readonly Block[] {
  if (terms.length === 0) return []
  return [
    heading(2, say('diff.terms')),
    table(
      [say('brief.proposal'), say('diff.issue'), say('diff.left'), say('diff.right')],
      terms.map(({ proposal, issue, option }) => [proposal, issue, ...cells(option)])
    )
  ]
}

function redlines({ say }: Words, { redlines: rows }: CaseDifference): readonly Block[] {
  if (rows.length === 0)
    return [heading(2, say('diff.redlines')), paragraph(say('diff.redlines.same'))]
  const cell = (redline: string | null, firmness: number | null): string =>
    redline === null
      ? '-'
      : say('diff.redline.cell', { redline, firmness: (firmness ?? 0).toFixed(2) })
  return [
    heading(2, say('diff.redlines.differ')),
    table(
      [say('diff.redline'), say('diff.left'), say('diff.right')],
      rows.map(({ id, what, firmness }) => [
        id,
        cell(what[0], firmness[0]),
        cell(what[1], firmness[1])
      ])
    )
  ]
}

function interests({ say }: Words, { interests: rows, noDeal }: CaseDifference): readonly Block[] {
  const number = (value: number | null): string => (value === null ? '-' : value.toFixed(0))
  const percent = (value: number | null): string =>
    value === null ? '-' : say('diff.percent', { share: (100 * value).toFixed(0) })
  const sides = [say('diff.left'), say('diff.right')]
  const lines = rows.flatMap(({ party, issue, share, values }) => [
    [`${party}: ${issue}`, percent(share[0]), percent(share[1])],
    ...values.map(({ option, value }) => [`  ${option}`, number(value[0]), number(value[1])])
  ])
  return [
    ...(noDeal.length > 0
      ? [
          heading(2, say('diff.no-deal')),
          table(
            [say('parties.party'), ...sides],
            noDeal.map(({ party, value }) => [party, number(value[0]), number(value[1])])
          )
        ]
      : []),
    ...(lines.length > 0
      ? [
          heading(2, say('diff.matters')),
          paragraph(say('diff.matters.reading')),
          table([say('diff.party-issue'), ...sides], lines)
        ]
      : [])
  ]
}
