import { nobodyGains } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import { textIn } from '../../model/package.ts'
import { hasNone } from '../../worth/room.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import { putInBlocks } from '../put-in.ts'
import type { Words } from '../words/index.ts'
import { admissibleWords, count, namesOf, signed, words } from '../words/index.ts'
import { inPoints, partyAt, roundingText } from './deal-names.ts'
import { bargainingMethod } from './method.ts'
import { finerBlocks, pairBlocks, paymentBlocks } from './pair.ts'
import { proposalsBlocks } from './proposals.ts'
import { bestBlocks, packageBlocks } from './standards.ts'

/**
 * The report of `solve bargaining`: what can be agreed, what is best by which standard, and how far
 * each proposal is from it.
 */
export function bargainingReport(about: Bargain, more: readonly Block[] = []): readonly Block[] {
  const own = words()
  return [
    ...opening(own, about.source, own.say('opening.bargaining')),
    ...whatCan(own, about),
    ...bestBlocks(own, about),
    ...packageBlocks(own, about),
    ...proposalsBlocks(own, about),
    ...finerBlocks(own, about),
    ...pairBlocks(own, about),
    ...paymentBlocks(own, about),
    ...more,
    heading(2, own.say('method.title')),
    ...bargainingMethod(own, about)
  ]
}

function whatCan(own: Words, about: Bargain): readonly Block[] {
  const { say } = own
  const { space, solved } = about
  return [
    heading(2, say('can.title')),
    paragraph(keptWords(own, about)),
    ...putInBlocks(own, about.source, about.putIn),
    table(
      ['', say('can.no-deal'), ...(solved.ideal ? [say('can.best')] : [])],
      space.parties.map((_, party) => [
        partyAt(about, party),
        (inPoints(space, space.noDeal)[party] ?? 0).toFixed(1),
        ...(solved.ideal ? [signed(inPoints(space, solved.ideal)[party] ?? 0)] : [])
      ])
    ),
    paragraph(say('can.points')),
    ...remarks(own, about).map(paragraph)
  ]
}

/** How many packages keep the bounds, and how many of those are efficient. */
function keptWords(own: Words, about: Bargain): string {
  const { say } = own
  const { packages, respectRedlines } = about
  const [total, admissible] = [count(packages.total), admissibleWords(own, packages)]
  const bounds = boundsWords(own, about)
  const free = bounds === ''
  if (!free && hasNone(packages))
    return say(respectRedlines ? 'can.none.lift' : 'can.none', { total, bounds })
  const kept = free ? say('can.free', { total }) : say('can.some', { total, admissible, bounds })
  const counting = packages.exact ? [] : [say('space.counting')]
  return [kept, ...counting, ...efficientWords(own, about)].join(' ')
}

/** What a package must keep to; empty where nothing binds. */
function boundsWords(own: Words, { source, asked, respectRedlines }: Bargain): string {
  const { say, list: listed } = own
  const rules = source.rules.length > 0 ? [say('can.rules')] : []
  const redlines = asked.some((party) => (source.stances.get(party)?.redlines.length ?? 0) > 0)
  const bound =
    respectRedlines && redlines
      ? [say('can.redlines', { parties: namesOf(own, source, asked) })]
      : []
  return listed([...rules, ...bound])
}

/** Beyond this many points from the efficient packages, a list promises nothing of use. */
const TOO_COARSE = 10

function efficientWords({ say }: Words, about: Bargain): readonly string[] {
  const { solved, space } = about
  const { frontier, ideal } = solved
  if (nobodyGains(solved)) return [say('can.nobody')]
  if (!ideal) return [say('can.nobody.open')]
  if (!frontier) {
    const n = solved.efficient?.length ?? 0
    return n > 0 ? [say('can.efficient.some', { size: count(n), n })] : []
  }
  const points = frontier.gains.count
  const size = count(points)
  if (frontier.within) {
    const within = Math.max(...inPoints(space, frontier.within))
    const near =
      within > TOO_COARSE
        ? say('can.near.few')
        : say('can.near.within', { within: within.toFixed(2) })
    return [say('can.near', { size, near })]
  }
  if (frontier.rounding)
    return [say('can.efficient.rounded', { size, n: points, points: roundingText(about) })]
  const all = Array.from({ length: points }, (_, point) => frontier.packages(point) ?? 0n).reduce(
    (sum, one) => sum + one,
    0n
  )
  const said = { total: count(all), n: Number(all) }
  return [
    all === BigInt(points)
      ? say('can.efficient', said)
      : say('can.efficient.ways', { ...said, size, m: points })
  ]
}

function remarks(own: Words, about: Bargain): readonly string[] {
  const { say, list: listed } = own
  const { conditional, leftOut, source, space, solved } = about
  const name = (ids: readonly string[]): string =>
    listed(ids.map((id) => textIn(source.parties.get(id)?.name ?? id)))
  const gainless = solved.gainless.map((party) => space.parties[party] ?? '')
  const open = solved.ideal ? (solved.undecided?.ideals ?? []) : []
  return [
    ...(conditional.length > 0
      ? [say('can.conditional', { parties: name(conditional), n: conditional.length })]
      : []),
    ...(leftOut.length > 0 ? [say('can.left-out', { parties: name(leftOut) })] : []),
    ...(gainless.length > 0 && solved.ideal
      ? [say('can.gainless', { parties: name(gainless) })]
      : []),
    ...(open.length > 0
      ? [
          say('can.ideal.open', {
            parties: listed(
              open.map(({ party, bound }) =>
                bound === undefined
                  ? partyAt(about, party)
                  : say('can.ideal.most', { party: partyAt(about, party), most: signed(bound) })
              )
            )
          })
        ]
      : []),
    ...(space.exact.includes(false) ? [say('can.rounded', { points: roundingText(about) })] : [])
  ]
}
