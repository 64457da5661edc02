import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type {
  GainOver,
  Incentives,
  LedgerLine,
  NoDealLedger,
  Ripeness
} from '../../strategy/incentives.ts'
import type { Spread } from '../../strategy/shares.ts'
import type { TurningNoDeal } from '../../strategy/waiting.ts'
import type { WorstOff } from '../../strategy/worst-off.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { count, inPercent, nameOf, namesOf, signed, termsInWords, titleOf } from '../words/index.ts'
import { stagedLines } from './staged-lines.ts'

/** Whether somebody needed would rather go on than take the best settlement for all. */
export function incentivesHeadline(
  own: Words,
  source: Case,
  { ripeness }: Incentives
): readonly string[] {
  const { say } = own
  const { witness, ripe, parties } = ripeness
  if (parties.length === 0) return [say('strategy.ripe.nobody')]
  if (!witness) return [say('strategy.ripe.no-package')]
  const least = leastOf(witness.gains)
  const said = {
    share: inPercent(witness.together.p),
    error: inPercent(witness.together.standardError),
    party: nameOf(source, least.party),
    points: Math.abs(least.gain.central).toFixed(1)
  }
  if (ripe === undefined)
    return [say('strategy.ripe.open', { ...said, bound: witness.bound.toFixed(1) })]
  return [say(ripe ? 'strategy.ripe' : 'strategy.ripe.not', said)]
}

const leastOf = (gains: readonly GainOver[]): GainOver =>
  gains.reduce((least, one) => (one.gain.central < least.gain.central ? one : least))

/** The ledgers, what stopping is worth, and whether the case is ripe. */
export function incentivesBlocks(own: Words, source: Case, about: Incentives): readonly Block[] {
  const { say } = own
  const { ledgers } = about
  return [
    heading(2, say('strategy.ledgers')),
    paragraph(say('strategy.ledgers.lead')),
    ...ledgers.map((ledger) => ledgerTable(own, source, ledger)),
    heading(2, say('strategy.stopping')),
    paragraph(say('strategy.stopping.lead')),
    stoppingTable(own, source, about),
    ...ripenessBlocks(own, source, about)
  ]
}

function ledgerTable(own: Words, source: Case, ledger: NoDealLedger): Block {
  const { say } = own
  const { party, base, entries, sum } = ledger
  const row = (what: string, { central, half }: Spread, sign = true): readonly string[] => [
    what,
    sign ? signed(central) : central.toFixed(1),
    halfWords(own, half, sign)
  ]
  return table(
    [nameOf(source, party), say('strategy.points'), say('strategy.half')],
    [
      row(say('strategy.base'), base, false),
      ...entries
        .filter(({ against }) => !against)
        .map((line) => row(lineWords(own, line), line.worth)),
      row(say('strategy.sum'), sum, false),
      ...entries
        .filter(({ against }) => against)
        .map((line) => row(lineWords(own, line), line.worth))
    ]
  )
}

function lineWords(own: Words, { entry, scenarios, against }: LedgerLine): string {
  const { say, list: listed, language } = own
  const what = entry.title ? textIn(entry.title, language) : entry.id
  const named = against
    ? say('strategy.against', {
        what,
        options: listed(against.options.map((option) => `${against.issue}: ${option}`))
      })
    : what
  return scenarios.length > 0
    ? say('strategy.hangs', { what: named, scenarios: listed(scenarios) })
    : named
}

const halfWords = ({ say }: Words, [low, high]: Spread['half'], sign: boolean): string => {
  const told = (points: number): string => (sign ? signed(points) : points.toFixed(1))
  return say('strategy.between', { low: told(low), high: told(high) })
}

/** A row a proposal, a column a party: its gain, and in how many draws it is no loss. */
function stoppingTable(
  own: Words,
  source: Case,
  { proposals, ledgers, ripeness }: Incentives
): Block {
  const { say } = own
  const { witness } = ripeness
  const parties = ledgers.map(({ party }) => party)
  const cells = (gains: readonly GainOver[]): readonly string[] =>
    parties.map((party) => {
      const found = gains.find((one) => one.party === party)
      return found
        ? say('strategy.gain', {
            points: signed(found.gain.central),
            share: inPercent(found.better.p)
          })
        : ''
    })
  return table(
    [
      say('strategy.on-terms'),
      ...parties.map((party) => nameOf(source, party)),
      say('strategy.together')
    ],
    [
      ...proposals.map(({ id, gains, together }) => [
        titleOf(own, source, id),
        ...cells(gains),
        inPercent(together.p)
      ]),
      ...(witness
        ? [[say('strategy.best-for-all'), ...cells(witness.gains), inPercent(witness.together.p)]]
        : [])
    ]
  )
}

/** Going on and stopping in words. */
export interface IncentivesTold {
  /** What each entry of each ledger is called, in their orders. */
  readonly entries: readonly (readonly string[])[]
  /** The terms of the best settlement for all. */
  readonly witness: string | undefined
  /** Who would rather stop, and what would turn whom. */
  readonly turns: readonly string[]
  /** Who is not looked at though its consent is needed. */
  readonly unknown: string | undefined
}

/** What is said of going on and stopping beside the figures. */
export function incentivesTold(
  own: Words,
  source: Case,
  { ledgers, ripeness, proposals }: Incentives
): IncentivesTold {
  const { witness, unknown } = ripeness
  return {
    entries: ledgers.map(({ entries }) => entries.map((line) => lineWords(own, line))),
    witness: witness && own.say('strategy.witness', { terms: termsInWords(witness.terms) }),
    turns: [
      ...turnLines(own, source, ripeness),
      ...proposals.flatMap((one) => stagedLines(own, source, one))
    ],
    unknown:
      unknown.length > 0
        ? own.say('strategy.unknown', { parties: namesOf(own, source, unknown) })
        : undefined
  }
}

function turnLines(own: Words, source: Case, ripeness: Ripeness): readonly string[] {
  const { say } = own
  const { witness } = ripeness
  return [
    ...(witness?.gains ?? []).map((one) => turnWords(own, source, one)),
    ...(witness ? [worstWords(own, source, witness.worst)] : []),
    ...ripeness.private.map(({ party, worth, low, high }) =>
      say('strategy.private', {
        party: nameOf(source, party),
        worth: worth.toFixed(1),
        low: low.toFixed(1),
        high: high.toFixed(1)
      })
    ),
    ...ripeness.waiting.map((one) => waitingWords(own, source, one))
  ]
}

function worstWords(own: Words, source: Case, { low, draw, parties, losing }: WorstOff): string {
  const { say, list: listed } = own
  const said = say('strategy.worst', {
    low: signed(low),
    draw: count(draw),
    parties: namesOf(own, source, parties)
  })
  if (losing.length === 0) return said
  const losers = losing.map(({ party, share }) =>
    say('strategy.worst.loser', { party: nameOf(source, party), share: inPercent(share.p) })
  )
  return `${said} ${say('strategy.worst.losing', { losers: listed(losers) })}`
}

function ripenessBlocks(own: Words, source: Case, about: Incentives): readonly Block[] {
  const { witness, turns, unknown } = incentivesTold(own, source, about)
  return [
    heading(2, own.say('strategy.turn')),
    ...(witness ? [paragraph(witness)] : []),
    list(turns),
    ...(unknown ? [paragraph(unknown)] : [])
  ]
}

function turnWords({ say }: Words, source: Case, { party, gain, better }: GainOver): string {
  return say(gain.central > 0 ? 'strategy.turn.stops' : 'strategy.turn.goes-on', {
    party: nameOf(source, party),
    points: Math.abs(gain.central).toFixed(1),
    share: inPercent(better.p),
    error: inPercent(better.standardError)
  })
}

function waitingWords({ say, list: listed }: Words, source: Case, waiting: TurningNoDeal): string {
  const { party, best, worst, inBest, inWorst, settlement, most, fightsFirst, discount } = waiting
  const under = (scenarios: readonly string[]): string =>
    scenarios.length > 0 ? listed(scenarios) : say('strategy.no-scenario')
  const said = say('strategy.waiting', {
    party: nameOf(source, party),
    best: best.toFixed(1),
    worst: worst.toFixed(1),
    inBest: under(inBest),
    inWorst: under(inWorst),
    settlement: settlement.toFixed(1)
  })
  if (fightsFirst === undefined || discount === undefined) return said
  const right = (1 - discount) * most + discount * worst
  return `${said} ${say(fightsFirst ? 'strategy.fights-first' : 'strategy.fights-not', {
    best: best.toFixed(1),
    most: most.toFixed(1),
    later: right.toFixed(1),
    discount: discount.toFixed(2)
  })}`
}
