import type { Case, Stance } from '../model/case.ts'
import type { Guarantee } from '../model/overtures.ts'
import type { Deliverable } from '../model/plan.ts'
import type { Point } from '../worth/scalar.ts'
import { ScalarWorth } from '../worth/scalar.ts'
import type { Path, PathStep } from './path.ts'
import type { Sequence, SequenceStep } from './sequence.ts'

/** Whose keeping to a path is looked at: who counts its periods and has interests. */
export interface Followers {
  readonly parties: readonly string[]
  /** Who is needed or hands something over and is not looked at, because one of the two is not said. */
  readonly unknown: readonly string[]
}

/** The parties of a path, in the order of the case: who is needed, and who hands something over. */
export function followersOf({ source, steps }: Path): Followers {
  const giving = new Set(steps.flatMap(({ deliverables }) => deliverables.map(({ by }) => by)))
  const needed = new Set(source.required.map(({ party }) => party))
  const all = [...source.parties.keys()].filter((party) => giving.has(party) || needed.has(party))
  const discount = source.process.plan?.discount
  const known = (party: string): boolean =>
    discount?.has(party) === true && (source.stances.get(party)?.interests.length ?? 0) > 0
  return {
    parties: all.filter(known),
    unknown: all.filter((party) => !known(party))
  }
}

/** What is put in place of the case's own figures, to see what it would change. */
export interface Instead {
  readonly discount?: ReadonlyMap<string, number>
  /** In a breakdown ground stays with who has it, unless it is said to be given back. */
  readonly ground?: 'given-back'
}

/** What is counted for good at 1 has no end. */
const MOST_DISCOUNT = 0.9999

/**
 * A path as a sequence of figures, each judgement read as one number. What the case does not say is
 * taken from the stances: a step brings each period (1 - discount) times what it moves in points.
 */
export function sequenceOf(path: Path, point: Point, instead: Instead = {}): Sequence {
  const { source, steps } = path
  const { parties } = followersOf(path)
  const { plan } = source.process
  const discount = parties.map((party) => {
    const said = plan?.discount.get(party)
    return Math.min(MOST_DISCOUNT, instead.discount?.get(party) ?? (said ? point(said) : 0))
  })
  const moved = parties.map(
    (party) => new Moved(source.stances.get(party) as Stance, path, { point, ...instead })
  )
  return {
    parties,
    discount,
    before: moved.map(({ atOnce }, i) => (1 - (discount[i] as number)) * atOnce),
    breakdown: moved.map(({ breakdown }) => breakdown),
    bond: parties.map((party) => {
      const said = plan?.bond.get(party)
      return said ? point(said) : 0
    }),
    steps: steps.map((step) => figuresOf(step, { source, parties, discount, moved, point }))
  }
}

/** What is moved in points, for one party. */
class Moved {
  private readonly worth: ScalarWorth
  private readonly path: Path
  private readonly stays: boolean
  /** By the terms that hold from signature on. */
  readonly atOnce: number
  /** By going back to no deal before any step; ground settled at signature stays settled. */
  readonly breakdown: number

  constructor(
    stance: Stance,
    path: Path,
    { point, ground: kept }: { readonly point: Point } & Pick<Instead, 'ground'>
  ) {
    this.worth = new ScalarWorth(stance, path.source, point)
    this.path = path
    this.stays = kept !== 'given-back'
    let [atOnce, ground] = [0, 0]
    for (const [issue, option] of path.atOnce) {
      const by = this.worth.moves(issue, option)
      atOnce += by
      if (this.isGround(issue, option)) ground += by
    }
    this.atOnce = atOnce
    const stands = this.worth.mean((issue) => this.worth.asThingsStand(issue))
    this.breakdown = this.worth.noDeal() - stands + ground
  }

  /** By a deliverable, and how much of that is ground. */
  deliverable({ gives }: Deliverable, { from }: PathStep): { all: number; ground: number } {
    let [all, ground] = [0, 0]
    for (const [issue, option] of gives ?? []) {
      const by = this.worth.moves(issue, option, from.get(issue))
      all += by
      if (this.isGround(issue, option)) ground += by
    }
    return { all, ground }
  }

  /** An option with a line on the map moves troops: that is not undone by a word. */
  private isGround(issue: string, option: string): boolean {
    if (!this.stays) return false
    const { options = [] } = this.path.source.issues.find(({ id }) => id === issue) ?? {}
    return options.some(({ id, line }) => id === option && line !== undefined)
  }
}

interface Reading {
  readonly source: Case
  readonly parties: readonly string[]
  readonly discount: readonly number[]
  readonly moved: readonly Moved[]
  readonly point: Point
}

function figuresOf(
  step: PathStep,
  { source, parties, discount, moved, point }: Reading
): SequenceStep {
  const { deliverables } = step
  const brings = parties.map((party, i) =>
    deliverables.map((one) => {
      const by = (moved[i] as Moved).deliverable(one, step)
      const said = one.stream.get(party)
      const future = 1 - (discount[i] as number)
      const stream = said ? point(said) : future * by.all
      // what cannot be undone is kept for good, whoever breaks what
      return { by: one.by, stream, stays: one.lasting ? stream / future : by.ground }
    })
  )
  const said = (figures: 'cost' | 'grab', party: string): readonly number[] =>
    deliverables.flatMap((one) => {
      const judgement = one[figures].get(party)
      return judgement ? [point(judgement)] : []
    })
  return {
    cost: parties.map((party) => total(said('cost', party))),
    stream: brings.map((parts) => total(parts.map(({ stream }) => stream))),
    grab: parties.map((party, i) => {
      const grabs = said('grab', party)
      if (grabs.length > 0) return total(grabs)
      const others = (brings[i] ?? []).filter(({ by }) => by !== party)
      return Math.max(0, total(others.map(({ stream }) => stream)))
    }),
    caught: parties.map((party) => caughtAt(deliverables, party, point)),
    owes: parties.map((party) => deliverables.some(({ by }) => by === party)),
    penalty: parties.map((party) =>
      total(
        source.process.guarantees
          .filter((one) => one.by !== party && covers(one, deliverables))
          .map(({ chance, penalty }) => point(chance) * point(penalty))
      )
    ),
    kept: brings.map((parts) => total(parts.map(({ stays }) => stays))),
    after: step.after
  }
}

/**
 * The chance that it is noticed when a party does not do its part: of each of its deliverables by
 * itself. Who is its own only verifier is never caught; who owes nothing walks away openly.
 */
function caughtAt(deliverables: readonly Deliverable[], party: string, point: Point): number {
  const own = deliverables.filter(({ by }) => by === party)
  if (own.length === 0) return 1
  const unnoticed = own.reduce((all, one) => {
    if (checksItself(one)) return all
    return all * (1 - (one.caught ? point(one.caught) : 1))
  }, 1)
  return 1 - unnoticed
}

/** Whether nobody but the one who hands it over verifies it. */
export const checksItself = ({ by, verifiedBy }: Deliverable): boolean =>
  verifiedBy.length > 0 && verifiedBy.every((party) => party === by)

/** What guarantees may name to speak of the whole. */
export const WHOLE = 'settlement'

/** Whether a guarantee speaks of a step: of a deliverable, an issue or an option of it, or of all. */
export const covers = ({ of }: Guarantee, deliverables: readonly Deliverable[]): boolean =>
  of === WHOLE ||
  deliverables.some(
    ({ id, gives }) =>
      id === of || [...(gives ?? [])].some(([issue, option]) => issue === of || option === of)
  )

const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0)
