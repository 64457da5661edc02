/**
 * Steps to be put in an order, and what they bring whom. Figures are in points on the scale of
 * stances, by party in the order of `parties`.
 */
export interface Sequence {
  readonly parties: readonly string[]
  /** What a period later counts for now, at least 0 and less than 1. */
  readonly discount: readonly number[]
  /** What each period brings before the first step, over the state of things. */
  readonly before: readonly number[]
  /** What going back to no deal is worth before any step, over the state of things. */
  readonly breakdown: readonly number[]
  /** What is lost when a breach is caught. */
  readonly bond: readonly number[]
  readonly steps: readonly SequenceStep[]
}

/** One step: what is done in one period, by one party or by several together. */
export interface SequenceStep {
  /** Paid once, when the step is done. */
  readonly cost: readonly number[]
  /** Brought by each period from then on. */
  readonly stream: readonly number[]
  /** Taken once by who does not do its part. */
  readonly grab: readonly number[]
  /** The chance that this is noticed, 0..1. */
  readonly caught: readonly number[]
  /** Whether it has a part in the step, which it can leave undone. */
  readonly owes: readonly boolean[]
  /** What guarantors take for it then. */
  readonly penalty: readonly number[]
  /** What stays of the step when all else breaks down, such as ground given up. */
  readonly kept: readonly number[]
  /** The steps that must be done before, by their places. */
  readonly after: readonly number[]
}

/** What an order comes to. */
export interface ValuedOrder {
  /** The steps by their places, first things first. */
  readonly order: readonly number[]
  /** What the rest of the path is worth, by period and party; the last row is the end. */
  readonly values: readonly (readonly number[])[]
  /**
   * What keeping to the step is worth beyond breaking it, by period and party; the last row is for
   * the end, where all is done. Nobody gains by breaking a step whose slacks are none below 0.
   */
  readonly slacks: readonly (readonly number[])[]
  /** The least of them. */
  readonly least: number
}

/** Slacks below nothing by no more than this come from rounding. */
export const SLACK_ROUNDING = 1e-9

/**
 * What has been done, and what follows from it alone: what each period brings, and what a breakdown
 * is worth.
 */
export interface StepsDone {
  readonly stream: ArrayLike<number>
  readonly breakdown: ArrayLike<number>
}

/** What a later period counts for, by party. */
type Counting = Pick<Sequence, 'discount'>

/** Where things stand once some steps are done. */
export function standingAt(
  { before, breakdown, steps }: Sequence,
  done: Iterable<number>
): StepsDone {
  const [stream, back] = [[...before], [...breakdown]]
  for (const place of done) {
    const step = steps[place] as SequenceStep
    for (let i = 0; i < stream.length; i++) {
      stream[i] = (stream[i] as number) + (step.stream[i] as number)
      back[i] = (back[i] as number) + (step.kept[i] as number)
    }
  }
  return { stream, breakdown: back }
}

/** What the end is worth to a party: the last stream for good. */
export const endValue = ({ discount }: Counting, { stream }: StepsDone, i: number): number =>
  (stream[i] as number) / (1 - (discount[i] as number))

/**
 * What keeping to the end is worth beyond going back: this period's stream and a breakdown after it
 * are what a party gives up for it.
 */
export const endSlack = (counting: Counting, standing: StepsDone, i: number): number =>
  endValue(counting, standing, i) -
  (standing.stream[i] as number) -
  (counting.discount[i] as number) * (standing.breakdown[i] as number)

/** A step about to be done: where things stand before it and what follows it. */
export interface Doing {
  readonly step: SequenceStep
  readonly standing: StepsDone
  /** What the path is worth to the party from the next period on. */
  readonly next: number
}

/**
 * What the path is worth from this step on: what holds once it is done, less its cost, and what
 * follows.
 */
export const worthOf = (
  { discount }: Counting,
  { step, standing, next }: Doing,
  i: number
): number =>
  (standing.stream[i] as number) +
  (step.stream[i] as number) -
  (step.cost[i] as number) +
  (discount[i] as number) * next

/**
 * What keeping to the step is worth beyond breaking it. Who breaks it keeps what holds, takes the
 * grab, and is caught or not: caught, it loses bond and penalty and all breaks down; else the path
 * goes on.
 */
export function slackOf(sequence: Sequence, doing: Doing, i: number): number {
  const { step, standing, next } = doing
  const q = step.caught[i] as number
  const lost = (sequence.bond[i] as number) + (step.penalty[i] as number)
  const breaking =
    (standing.stream[i] as number) +
    (step.grab[i] as number) -
    q * lost +
    (sequence.discount[i] as number) * (q * (standing.breakdown[i] as number) + (1 - q) * next)
  return worthOf(sequence, doing, i) - breaking
}

/** What an order comes to, from its end backwards. */
export function valued(sequence: Sequence, order: readonly number[]): ValuedOrder {
  const parties = sequence.parties.map((_, i) => i)
  const end = standingAt(sequence, order)
  const values = [parties.map((i) => endValue(sequence, end, i))]
  const slacks = [parties.map((i) => endSlack(sequence, end, i))]
  for (let t = order.length - 1; t >= 0; t--) {
    const standing = standingAt(sequence, order.slice(0, t))
    const step = sequence.steps[order[t] as number] as SequenceStep
    const after = values[0] as readonly number[]
    const doing = (i: number): Doing => ({ step, standing, next: after[i] as number })
    slacks.unshift(parties.map((i) => slackOf(sequence, doing(i), i)))
    values.unshift(parties.map((i) => worthOf(sequence, doing(i), i)))
  }
  return { order, values, slacks, least: Math.min(...slacks.flat()) }
}

/** Whether nobody gains by breaking any step. */
export const enforcesItself = ({ least }: Pick<ValuedOrder, 'least'>): boolean =>
  least >= -SLACK_ROUNDING
