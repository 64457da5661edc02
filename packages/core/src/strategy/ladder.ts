import { TIE } from '../worth/conventions.ts'

/** What a rung is worth to one side: winning or yielding on it, and disaster at it. */
export interface StakesRead {
  readonly win: number
  readonly yield: number
  readonly disaster: number
}

/** A rung as numbers: the risk that it runs away (0..1), and what is at stake for either side. */
export interface RungRead {
  readonly risk: number
  readonly stakes: readonly [StakesRead, StakesRead]
}

/**
 * What a side does when it is to move. `indifferent`: climbing and yielding are worth the same to
 * it; `open`: what it does hangs on what a side indifferent higher up would do.
 */
export type LadderChoice = 'climbs' | 'yields' | 'indifferent' | 'open'

/** A number, or the two ends of what it can be where somebody is indifferent higher up. */
export type Between = readonly [low: number, high: number]

/** A side to move on a rung (0: today). */
export interface LadderPlace {
  readonly does: LadderChoice
  /** What climbing is worth to it, and what yielding is. */
  readonly climb: Between
  readonly yield: number
  /** The risk of the step that it would take: to the next rung; on the top one, of holding there. */
  readonly risk: number
  /** What it has if the step does not run away, the other side answering at its best. */
  readonly after: Between
  /** What is lost if it does. */
  readonly disaster: number
  /** What it has if the step does not run away and the other side yields to it. */
  readonly prize: number
  /** The other's answer on the next rung; absent on the top one, where it has to yield. */
  readonly answer?: LadderChoice
  /** What both sides have from here on. */
  readonly values: readonly [Between, Between]
}

/** By rung, today first, and by the side to move. */
export type LadderSolved = readonly (readonly [LadderPlace, LadderPlace])[]

/** Ids of the two sides by place: the other one of 0 and 1. */
export const otherSide = (side: 0 | 1): 0 | 1 => (side === 0 ? 1 : 0)

/**
 * Backward induction on a ladder. Sides take turns. On a rung the one to move yields (it has what
 * yielding there is worth, the other what winning is), or climbs to the next rung, which runs away
 * with that rung's risk; then both have disaster, else the other is to move. On the top rung it may
 * hold once more, at that rung's risk, and the other has to yield. Today has the stakes of the first
 * rung. Who is indifferent is left so: what others have is then known between two ends.
 */
export function solvedLadder(rungs: readonly RungRead[]): LadderSolved {
  const solved: (readonly [LadderPlace, LadderPlace])[] = []
  for (let at = rungs.length; at >= 0; at--) {
    const next = solved[0]
    const place = { here: rungs[Math.max(0, at - 1)], step: rungs[Math.min(at, rungs.length - 1)] }
    const { here, step } = place
    if (!here || !step) return []
    solved.unshift([standing({ here, step, next }, 0), standing({ here, step, next }, 1)])
  }
  return solved
}

interface Around {
  readonly here: RungRead
  /** The rung whose risk the step runs: the next one; at the top, the top one. */
  readonly step: RungRead
  readonly next: readonly [LadderPlace, LadderPlace] | undefined
}

function standing({ here, step, next }: Around, side: 0 | 1): LadderPlace {
  const other = otherSide(side)
  const answer = next?.[other]
  const [own, others] = [step.stakes[side], step.stakes[other]]
  const after: readonly [Between, Between] = answer
    ? [answer.values[side], answer.values[other]]
    : [same(own.win), same(others.yield)]
  const climb = risked(after[0], own.disaster, step.risk)
  const conceded = here.stakes[side].yield
  const does = doing(climb, conceded)
  const lost = here.stakes[other].win
  const mine: Between = [Math.max(climb[0], conceded), Math.max(climb[1], conceded)]
  const climbed = risked(after[1], others.disaster, step.risk)
  const theirs: Between =
    does === 'climbs' ? climbed : does === 'yields' ? same(lost) : hull(climbed, lost)
  return {
    does,
    climb,
    yield: conceded,
    risk: step.risk,
    after: after[0],
    disaster: own.disaster,
    prize: own.win,
    ...(answer ? { answer: answer.does } : {}),
    values: side === 0 ? [mine, theirs] : [theirs, mine]
  }
}

function doing([low, high]: Between, conceded: number): LadderChoice {
  if (low > conceded + TIE) return 'climbs'
  if (high < conceded - TIE) return 'yields'
  return high - low <= TIE ? 'indifferent' : 'open'
}

const same = (value: number): Between => [value, value]

const hull = ([low, high]: Between, value: number): Between => [
  Math.min(low, value),
  Math.max(high, value)
]

const risked = ([low, high]: Between, disaster: number, risk: number): Between => [
  (1 - risk) * low + risk * disaster,
  (1 - risk) * high + risk * disaster
]

/**
 * The greatest risk worth running for `gained` rather than having `kept`, disaster being what may
 * come instead: (gained - kept) / (gained - disaster); below 0 where nothing is gained. Ellsberg and
 * Schelling; Powell 1987.
 */
export function criticalRisk(gained: number, kept: number, disaster: number): number {
  return gained - disaster > TIE ? (gained - kept) / (gained - disaster) : -1
}

/** Who has escalation dominance on a rung: it would climb there, and the other would yield. */
export function dominantOn([first, second]: readonly [LadderPlace, LadderPlace]):
  | 0
  | 1
  | undefined {
  if (first.does === 'climbs' && second.does === 'yields') return 0
  return second.does === 'climbs' && first.does === 'yields' ? 1 : undefined
}
