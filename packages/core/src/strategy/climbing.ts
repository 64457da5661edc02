import type { Column } from '../draws/column.ts'
import type { Sampler } from '../draws/sampler.ts'
import type { Case } from '../model/case.ts'
import type { Escalation, Rung, Signal } from '../model/escalation.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Estimate } from '../worth/estimate.ts'
import { centralPoint } from '../worth/scalar.ts'
import type { LadderChoice, LadderPlace, LadderSolved, RungRead, StakesRead } from './ladder.ts'
import { criticalRisk, dominantOn, otherSide, solvedLadder } from './ladder.ts'
import { shareOfDraws } from './shares.ts'

/** Who would climb from which rung, at central judgements and over the draws. */
export interface LadderResult {
  readonly sides: readonly [string, string]
  readonly rungs: readonly Rung[]
  /** Every judgement at its centre, as numbers. */
  readonly read: readonly RungRead[]
  /** Today first, then rung by rung. */
  readonly levels: readonly ClimbLevel[]
  /** What happens from today on, by the side that moves first. */
  readonly openings: readonly [LadderOpening, LadderOpening]
  readonly signals: readonly SignalPlaced[]
  /** Place in `levels` of the rung of the latest signal. */
  readonly latest?: number
}

/** A rung, or today, and what either side would do there if it is to move. */
export interface ClimbLevel {
  /** Absent for today. */
  readonly rung?: Rung
  readonly sides: readonly [ClimbSide, ClimbSide]
  /** The side with escalation dominance at the centre; over the draws, by side. */
  readonly dominant?: 0 | 1
  readonly dominance: readonly [Estimate, Estimate]
  /** Share of draws in which both would climb, and in which both would yield. */
  readonly both: Estimate
  readonly neither: Estimate
}

/** One side to move on a rung. */
export interface ClimbSide extends LadderPlace {
  /** Share of draws in which it climbs. */
  readonly climbs: Estimate
  /** The greatest risk worth running as the other would answer; below 0 where no risk is. */
  readonly worthRunning: number
  /** The same if the other yielded to the step: its critical risk. */
  readonly critical: number
  readonly why: ClimbReason
}

/**
 * What decides: `too-risky` - the risk is too great even if the other yielded; `answered` - it would
 * be worth running if the other yielded, and the other would not; `pays` - it is worth running;
 * `tie` - none of these.
 */
export type ClimbReason = 'too-risky' | 'answered' | 'pays' | 'tie'

/** How far it goes when one side moves first, at the centre. */
export interface LadderOpening {
  /** Steps taken, each by whom; none where it yields at once. */
  readonly steps: readonly (0 | 1)[]
  /** Who stops, and whether that is known or hangs on a tie. */
  readonly stops: 0 | 1
  readonly does: LadderChoice
  /** The chance that some step on the way runs away. */
  readonly disaster: number
}

/** A signal on its rung. */
export interface SignalPlaced {
  readonly signal: Signal
  /** Place in `levels`; absent where it names no rung of the ladder. */
  readonly level?: number
}

/** The ladder of a case; undefined where it has none of its own, or not two sides. */
export function climbing(source: Case, sampler: Sampler): LadderResult | undefined {
  const { escalation } = source.process
  const own = escalation && ladderOf(escalation)
  if (!own) return undefined
  const { sides, rungs } = own
  const read = readRungs(own, centralPoint(source))
  const solved = solvedLadder(read)
  const drawn = drawnLadder(own, sampler)
  const latest = latestOnLadder(escalation, rungs)
  return {
    sides,
    rungs,
    read,
    levels: solved.map((pair, k) => {
      const dominant = dominantOn(pair)
      const shares = drawn[k] as DrawnLevel
      return {
        ...(k > 0 && rungs[k - 1] ? { rung: rungs[k - 1] as Rung } : {}),
        sides: [sideOf(pair[0], shares.climbs[0]), sideOf(pair[1], shares.climbs[1])],
        ...(dominant === undefined ? {} : { dominant }),
        dominance: shares.dominance,
        both: shares.both,
        neither: shares.neither
      }
    }),
    openings: [openingBy(solved, 0), openingBy(solved, 1)],
    signals: signalsOn(escalation, rungs),
    ...(latest ? { latest: latest.level } : {})
  }
}

/** The sides and rungs of an escalation that says what is at stake for both. */
export interface OwnLadder {
  readonly sides: readonly [string, string]
  readonly rungs: readonly Rung[]
}

/** See `OwnLadder`; undefined for Kahn's, of which a case says no stakes. */
export function ladderOf({ sides, ladder }: Escalation): OwnLadder | undefined {
  const [first, second, third] = sides
  if (ladder === 'kahn' || ladder.length === 0) return undefined
  if (first === undefined || second === undefined || third !== undefined) return undefined
  return ladder.every(({ values }) => values.has(first) && values.has(second))
    ? { sides: [first, second], rungs: ladder }
    : undefined
}

/** A ladder as numbers, each judgement read as `point` says. */
export function readRungs(
  { sides, rungs }: OwnLadder,
  point: (judgement: Judgement) => number
): readonly RungRead[] {
  return rungs.map(({ risk, values }) => {
    const [first, second] = sides.map((side): StakesRead => {
      const stakes = values.get(side)
      return {
        win: stakes ? point(stakes.win) : 0,
        yield: stakes ? point(stakes.yield) : 0,
        disaster: stakes ? point(stakes.disaster) : 0
      }
    }) as [StakesRead, StakesRead]
    return { risk: point(risk), stakes: [first, second] }
  })
}

interface DrawnLevel {
  readonly climbs: readonly [Estimate, Estimate]
  readonly dominance: readonly [Estimate, Estimate]
  readonly both: Estimate
  readonly neither: Estimate
}

function drawnLadder(own: OwnLadder, sampler: Sampler): readonly DrawnLevel[] {
  const { count } = sampler
  const columns = new Map<string, Column>()
  const columnOf = (judgement: Judgement): Column => {
    const known = columns.get(judgement.key) ?? sampler.column(judgement)
    columns.set(judgement.key, known)
    return known
  }
  const counts = Array.from({ length: own.rungs.length + 1 }, () => new Float64Array(6))
  for (let draw = 0; draw < count; draw++) {
    const solved = solvedLadder(readRungs(own, (judgement) => columnOf(judgement)[draw] as number))
    solved.forEach((pair, k) => {
      const row = counts[k] as Float64Array
      const [first, second] = pair.map(({ does }) => does)
      if (first === 'climbs') row[0] = (row[0] as number) + 1
      if (second === 'climbs') row[1] = (row[1] as number) + 1
      const dominant = dominantOn(pair)
      if (dominant !== undefined) row[2 + dominant] = (row[2 + dominant] as number) + 1
      if (first === 'climbs' && second === 'climbs') row[4] = (row[4] as number) + 1
      if (first === 'yields' && second === 'yields') row[5] = (row[5] as number) + 1
    })
  }
  return counts.map((row) => {
    const [a, b, c, d, e, f] = [...row].map((n) => shareOfDraws(n, count)) as [
      Estimate,
      Estimate,
      Estimate,
      Estimate,
      Estimate,
      Estimate
    ]
    return { climbs: [a, b], dominance: [c, d], both: e, neither: f }
  })
}

function sideOf(one: LadderPlace, climbs: Estimate): ClimbSide {
  const [least] = one.after
  const critical = criticalRisk(one.prize, one.yield, one.disaster)
  return {
    ...one,
    climbs,
    critical,
    worthRunning: criticalRisk(least, one.yield, one.disaster),
    why: reasonOf(one, critical)
  }
}

function reasonOf({ does, risk }: LadderPlace, critical: number): ClimbReason {
  if (does === 'climbs') return 'pays'
  if (does !== 'yields') return 'tie'
  return critical < risk ? 'too-risky' : 'answered'
}

function openingBy(solved: LadderSolved, first: 0 | 1): LadderOpening {
  const steps: (0 | 1)[] = []
  let side = first
  let safe = 1
  for (const pair of solved) {
    const one = pair[side]
    if (one.does !== 'climbs') return { steps, stops: side, does: one.does, disaster: 1 - safe }
    steps.push(side)
    safe *= 1 - one.risk
    side = otherSide(side)
  }
  // held on the top rung: the other has to yield
  return { steps, stops: side, does: 'yields', disaster: 1 - safe }
}

/** Signals on their rungs, in the order of their dates; those of one day as they are written. */
function signalsOn({ signals }: Escalation, rungs: readonly Rung[]): readonly SignalPlaced[] {
  return inOrder(signals).map((signal) => {
    const place = rungs.findIndex(({ id }) => id === signal.rung)
    return place < 0 ? { signal } : { signal, level: place + 1 }
  })
}

/** Signals in the order of their dates. */
export const inOrder = (signals: readonly Signal[]): readonly Signal[] =>
  [...signals].sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0))

/**
 * The latest signal that names a rung of the ladder; of several at the same time the one highest up,
 * so that it does not hang on the order of the file.
 */
export function latestOnLadder(
  escalation: Escalation,
  rungs: readonly Rung[]
): { readonly signal: Signal; readonly level: number } | undefined {
  const placed = signalsOn(escalation, rungs).flatMap(({ signal, level }) =>
    level === undefined ? [] : [{ signal, level }]
  )
  const last = placed.at(-1)
  return placed
    .filter(({ signal }) => last && timeOf(signal) === timeOf(last.signal))
    .reduce<(typeof placed)[number] | undefined>(
      (highest, one) => (highest && highest.level >= one.level ? highest : one),
      undefined
    )
}

/** When a signal was given, as written. */
export const timeOf = ({ time }: Signal): string => (typeof time === 'string' ? time : time.text)
