import type { Best } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { settled, settledAs, signed } from '../words/index.ts'
import { chanceCell, chanceHead, chanceNote } from './chance-column.ts'
import { differingTerms, inPoints, partyAt, termsOf } from './deal-names.ts'

/** Packages as good as the best that are told. */
const TIES = 3

/** What each standard finds best, as gains. */
export function bestBlocks(own: Words, about: Bargain): readonly Block[] {
  const { solved, space } = about
  const { say } = own
  const unknown = solved.undecided?.standards ?? []
  const open =
    unknown.length > 0
      ? [
          paragraph(
            say('best.open', {
              standards: own.list(unknown.map((standard) => say(`standard.${standard}`)))
            })
          )
        ]
      : []
  if (solved.standards.length === 0)
    return open.length > 0 ? [heading(2, say('best.title')), ...open] : []
  if (space.parties.length === 1) return [paragraph(say('best.one'))]
  const listed = solved.standards[0]?.ties[0]?.packages !== undefined
  const nash = solved.standards.some(({ standard }) => standard === 'nash')
  return [
    heading(2, say('best.title')),
    table(
      [
        say('gains.points'),
        ...space.parties.map((_, party) => partyAt(about, party)),
        ...(listed ? [say('best.packages')] : []),
        ...chanceHead(own, about)
      ],
      solved.standards.flatMap((best) => tieRows(own, about, best))
    ),
    ...(listed ? [] : [paragraph(say('best.unlisted'))]),
    list(standardLines(own, about)),
    ...chanceNote(own, about),
    ...open,
    ...(nash || unknown.includes('nash') ? [] : [paragraph(say('best.no-nash'))])
  ]
}

function tieRows(
  { say }: Words,
  about: Bargain,
  { standard: id, ties }: Best
): readonly (readonly string[])[] {
  const { space } = about
  const standard = say(`standard.${id}`)
  return ties
    .slice(0, TIES)
    .map((deal, k) => [
      k === 0 ? standard : say('standard.tie', { standard }),
      ...inPoints(space, deal.gains).map(signed),
      ...(deal.packages === undefined ? [] : [String(deal.packages)]),
      ...chanceCell(about, deal)
    ])
}

/** What each standard asks for, a line each. */
export const standardLines = ({ say }: Words, { solved }: Bargain): readonly string[] =>
  solved.standards.map(({ standard }) =>
    say('standard.line', {
      standard: say(`standard.${standard}`),
      means: say(`standard.${standard}.means`)
    })
  )

/** The package of the first standard in full, and in what those of the others differ from it. */
export interface FairPackages {
  /** The standard's name. */
  readonly standard: string
  readonly terms: readonly string[]
  /** `changes`: what is settled otherwise; empty where the package is the same. */
  readonly others: readonly { readonly standard: string; readonly changes: string }[]
}

/** The packages that the standards of fairness pick; undefined where none picks any. */
export function fairPackages(
  own: Words,
  { solved, space, source }: Bargain
): FairPackages | undefined {
  const [first, ...others] = solved.standards
  const terms = first?.ties[0] && termsOf(space, first.ties[0].choice)
  if (!first || !terms) return undefined
  return {
    standard: own.say(`standard.${first.standard}`),
    terms: [...terms].map((term) => settledAs(own, source, term)),
    others: others.map(({ standard, ties }) => ({
      standard: own.say(`standard.${standard}`),
      changes: settled(own, source, differingTerms(terms, termsOf(space, ties[0]?.choice ?? [])))
    }))
  }
}

/** The same as blocks. */
export function packageBlocks(own: Words, about: Bargain): readonly Block[] {
  const { say } = own
  const fair = fairPackages(own, about)
  if (!fair) return []
  return [
    heading(2, say('package.title', { standard: fair.standard })),
    list(fair.terms),
    ...fair.others.map(({ standard, changes }) =>
      paragraph(
        changes === ''
          ? say('package.same', { standard })
          : say('package.except', { standard, changes })
      )
    )
  ]
}
