import type { Case } from '../../model/case.ts'
import type { Signal } from '../../model/escalation.ts'
import { textIn } from '../../model/package.ts'
import type {
  ClimbLevel,
  ClimbSide,
  LadderOpening,
  LadderResult,
  SignalPlaced
} from '../../strategy/climbing.ts'
import { timeOf } from '../../strategy/climbing.ts'
import { otherSide } from '../../strategy/ladder.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { inPercent, nameOf } from '../words/index.ts'

/** What would happen on the rung of the latest signal; without one, on the first. */
export function climbingHeadline(own: Words, source: Case, about: LadderResult): readonly string[] {
  const level = about.levels[about.latest ?? 1]
  return level ? [levelWords(own, source, { about, level })] : []
}

/** The ladder in sentences. */
export interface ClimbingTold {
  /** Today, then each rung from the lowest up: who would climb, and because of what. */
  readonly levels: readonly string[]
  readonly openings: readonly string[]
  readonly signals: readonly string[]
}

/** The sentences of the ladder, in the order of its levels, of its sides and of the signals. */
export function climbingTold(own: Words, source: Case, about: LadderResult): ClimbingTold {
  const { levels, openings, signals } = about
  return {
    levels: levels.map((level) => levelWords(own, source, { about, level })),
    openings: openings.map((opening, first) =>
      openingWords(own, source, { about, opening, first })
    ),
    signals: signals.map((signal) => signalWords(own, source, { about, signal }))
  }
}

/** The ladder rung by rung, the two openings, and the signals. */
export function climbingBlocks(own: Words, source: Case, about: LadderResult): readonly Block[] {
  const { say } = own
  const { levels } = about
  const told = climbingTold(own, source, about)
  return [
    heading(2, say('strategy.ladder')),
    paragraph(say('strategy.ladder.lead')),
    table(
      [
        say('strategy.rung'),
        say('strategy.who'),
        say('strategy.risk'),
        say('strategy.critical'),
        say('strategy.climb'),
        say('strategy.yield'),
        say('strategy.does'),
        say('strategy.climbs-in')
      ],
      levels.flatMap((level) => levelRows(own, source, { about, level }))
    ),
    list(told.levels),
    heading(2, say('strategy.openings')),
    list(told.openings),
    ...(told.signals.length > 0 ? [heading(2, say('strategy.signals')), list(told.signals)] : [])
  ]
}

interface OnLevel {
  readonly about: LadderResult
  readonly level: ClimbLevel
}

function levelRows(own: Words, source: Case, { about, level }: OnLevel): readonly string[][] {
  return level.sides.map((one, side) => [
    side === 0 ? shortName(own, level) : '',
    nameOf(source, about.sides[side] ?? ''),
    risk(one.risk),
    one.critical < 0 ? own.say('strategy.none') : risk(one.critical),
    betweenWords(own, one.climb),
    one.yield.toFixed(1),
    own.say(`strategy.does.${one.does}`),
    inPercent(one.climbs.p)
  ])
}

const shortName = ({ say }: Words, { rung }: ClimbLevel): string =>
  rung?.id ?? say('strategy.today')

const risk = (chance: number): string => `${(100 * chance).toFixed(1)}%`

function betweenWords({ say }: Words, [low, high]: readonly [number, number]): string {
  return low === high
    ? low.toFixed(1)
    : say('strategy.between', { low: low.toFixed(1), high: high.toFixed(1) })
}

/** What happens on a rung, in how many draws, and because of what. */
function levelWords(own: Words, source: Case, { about, level }: OnLevel): string {
  const { say } = own
  const { dominant, dominance, rung, both, neither } = level
  const where = rung
    ? say('strategy.on-rung', { rung: textIn(rung.title, own.language) })
    : say('strategy.on-today')
  if (dominant === undefined) {
    const [first, second] = level.sides
    const key =
      first.does === 'climbs' && second.does === 'climbs'
        ? 'strategy.both-climb'
        : first.does === 'yields' && second.does === 'yields'
          ? 'strategy.both-yield'
          : 'strategy.tied'
    const share = key === 'strategy.both-climb' ? both : neither
    return [
      say(key, { where, share: inPercent(share.p), error: inPercent(share.standardError) }),
      ...about.sides.map((_, side) => whyWords(own, source, { about, level, side: side as 0 | 1 }))
    ].join(' ')
  }
  const share = dominance[dominant]
  return [
    say('strategy.dominates', {
      where,
      party: nameOf(source, about.sides[dominant]),
      other: nameOf(source, about.sides[otherSide(dominant)]),
      share: inPercent(share.p),
      error: inPercent(share.standardError)
    }),
    whyWords(own, source, { about, level, side: dominant }),
    whyWords(own, source, { about, level, side: otherSide(dominant) }),
    flipWords(own, level, dominant)
  ].join(' ')
}

function whyWords(
  { say }: Words,
  source: Case,
  { about, level, side }: OnLevel & { readonly side: 0 | 1 }
): string {
  const one: ClimbSide = level.sides[side]
  const party = nameOf(source, about.sides[side])
  const figures = {
    party,
    risk: risk(one.risk),
    after: one.after[0].toFixed(1),
    disaster: one.disaster.toFixed(1),
    climb: one.climb[0].toFixed(1),
    yield: one.yield.toFixed(1)
  }
  if (one.why === 'too-risky')
    return one.critical < 0
      ? say('strategy.why.no-prize', { ...figures, prize: one.prize.toFixed(1) })
      : say('strategy.why.too-risky', { ...figures, critical: risk(one.critical) })
  return say(`strategy.why.${one.why}`, figures)
}

/** The least change of the step's risk after which nobody, or both, would climb. */
function flipWords({ say }: Words, { sides }: ClimbLevel, dominant: 0 | 1): string {
  const up = sides[dominant]
  const down = sides[otherSide(dominant)]
  const from = risk(up.risk)
  const higher = say('strategy.flip.higher', { from, to: risk(up.worthRunning) })
  if (down.worthRunning < 0) return higher
  const lower = say('strategy.flip.lower', { from, to: risk(down.worthRunning) })
  return up.risk - down.worthRunning < up.worthRunning - up.risk ? lower : higher
}

function openingWords(
  own: Words,
  source: Case,
  {
    about,
    opening,
    first
  }: { readonly about: LadderResult; readonly opening: LadderOpening; readonly first: number }
): string {
  const { say } = own
  const { steps, stops, does, disaster } = opening
  const party = nameOf(source, about.sides[first] ?? '')
  const stopper = nameOf(source, about.sides[stops])
  if (does === 'indifferent' || does === 'open')
    return say('strategy.opening.tied', { party, steps: steps.length, stopper })
  if (steps.length === 0) return say('strategy.opening.none', { party })
  return say('strategy.opening', {
    party,
    steps: own.list(
      steps.map((side, k) =>
        say('strategy.opening.step', {
          party: nameOf(source, about.sides[side]),
          rung: about.rungs[k]?.id ?? say('strategy.held')
        })
      )
    ),
    stopper,
    disaster: risk(disaster)
  })
}

const nextWords = ({ say }: Words, { rungs }: LadderResult, level: number | undefined): string => {
  const next = rungs[level ?? 0]
  return next ? say('strategy.signal.next', { rung: next.id }) : say('strategy.signal.top')
}

function signalWords(
  own: Words,
  source: Case,
  { about, signal: placed }: { readonly about: LadderResult; readonly signal: SignalPlaced }
): string {
  const { say } = own
  const { signal, level: place } = placed
  const level = place === undefined ? undefined : about.levels[place]
  const head = signalHead(own, source, signal)
  if (!level?.rung) return [head, say('strategy.signal.no-rung')].join(' ')
  const next = nextWords(own, about, place)
  const dominant =
    level.dominant === undefined
      ? say('strategy.signal.nobody', { next })
      : say('strategy.signal.dominant', {
          party: nameOf(source, about.sides[level.dominant]),
          next
        })
  return [head, say('strategy.signal.rung', { rung: level.rung.id, dominant })].join(' ')
}

/** When a signal was given, by whom, and whether it was announced. */
export function signalHead({ say }: Words, source: Case, signal: Signal): string {
  const { notified } = signal
  const told = notified
    ? notified.lead
      ? say('strategy.notified.lead', { channel: notified.channel, lead: notified.lead.text })
      : say('strategy.notified', { channel: notified.channel })
    : say('strategy.not-notified')
  return say('strategy.signal', {
    day: timeOf(signal),
    party: nameOf(source, signal.by),
    kind: signal.kind,
    told
  })
}
