import type { BestChance } from '../../acceptance/best.ts'
import type { FrontierPoint, GainFrontier } from '../../acceptance/frontier.ts'
import type { Acceptance, FoundChance } from '../../deals/best-chance.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { chance, nameOf, signed } from '../words/index.ts'

/** How the best chance falls as a party is to gain more: a table for each that is always needed. */
export function frontierBlocks(
  own: Words,
  about: Acceptance,
  found: FoundChance
): readonly Block[] {
  const { frontiers = [] } = found
  if (frontiers.length === 0) return []
  return [
    heading(2, own.say('gaincost.title')),
    paragraph([own.say('gaincost.lead'), ...conditionalText(own, about, frontiers)].join(' ')),
    ...frontiers.flatMap((frontier) => partyBlocks(own, { about, found }, frontier))
  ]
}

/** Parties that are needed only under a condition have no table, and are named. */
function conditionalText(
  own: Words,
  { source }: Acceptance,
  frontiers: readonly GainFrontier[]
): readonly string[] {
  const told = new Set(frontiers.map(({ party }) => party))
  const parties = [...new Set(source.required.map(({ party }) => party))].filter(
    (party) =>
      !told.has(party) &&
      source.required.every((one) => one.party !== party || one.when !== undefined)
  )
  if (parties.length === 0) return []
  const names = own.list(parties.map((party) => nameOf(source, party)))
  return [own.say('gaincost.conditional', { parties: names, n: parties.length })]
}

interface Said {
  readonly about: Acceptance
  readonly found: FoundChance
}

function partyBlocks(
  own: Words,
  { about, found }: Said,
  { party, most, exact, points }: GainFrontier
): readonly Block[] {
  const { say } = own
  const said = { party: nameOf(about.source, party), points: signed(most) }
  if (most <= 0 && exact) return [paragraph(say('gaincost.none', said))]
  return [
    paragraph(say(exact ? 'gaincost.party' : 'gaincost.party.found', said)),
    table(
      [
        say('gaincost.least'),
        say('gaincost.short'),
        say('gaincost.chance'),
        say('gaincost.bound'),
        say('gaincost.costs')
      ],
      points.map((point) => rowOf(own, found.best, { point, most }))
    )
  ]
}

/** A bound that is not met is told beside; what it costs is what the best chance falls by. */
function rowOf(
  own: Words,
  best: BestChance,
  { point, most }: { readonly point: FrontierPoint; readonly most: number }
): readonly string[] {
  const { least, best: found, bound } = point
  const away = [signed(least), (most - least).toFixed(1)]
  if (!found) return [...away, own.say('gaincost.open'), chance(bound), '']
  return [
    ...away,
    found.chance.p.toFixed(3),
    bound.toFixed(3),
    Math.max(0, best.chance.p - found.chance.p).toFixed(3)
  ]
}
