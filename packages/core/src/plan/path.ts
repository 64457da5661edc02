import { gatesBefore } from '../calendar/gate-tests.ts'
import { groupsOf } from '../gates/groups.ts'
import type { Case, Package, Proposal } from '../model/case.ts'
import type { Gate, GateTest } from '../model/gates.ts'
import type { When } from '../model/moment.ts'
import type { Deliverable } from '../model/plan.ts'
import type { Offers } from '../worth/offers.ts'
import { offersOf } from '../worth/offers.ts'

/** One step of a path: what is handed over together, and what it waits for. */
export interface PathStep {
  /** One, or several that are `with` each other. */
  readonly deliverables: readonly Deliverable[]
  /** Places of steps that must be done before. */
  readonly after: readonly number[]
  /** Gates that must open before. */
  readonly gates: readonly Gate[]
  /** What holds on each issue that the step settles before it; undefined: the state of things. */
  readonly from: ReadonlyMap<string, string | undefined>
}

/** How a proposal is to be carried out, step by step, in no order yet. */
export interface Path {
  readonly source: Case
  readonly proposal: Proposal
  readonly offers: Offers
  readonly steps: readonly PathStep[]
  /** Terms that hold from signature on: those that no deliverable brings about. */
  readonly atOnce: Package
  /** Issues whose later stage no deliverable brings about. */
  readonly nobody: readonly string[]
  /** Deliverables that bring about something else than the proposal says. */
  readonly leftOut: readonly Deliverable[]
}

/** The steps of a proposal: the deliverables of the case that bring about its terms, or no term. */
export function pathOf(source: Case, proposal: Proposal): Path {
  const offers = offersOf(proposal, source)
  const all = [...source.process.deliverables.values()]
  const own = all.filter((one) => fits(one, offers))
  const groups = groupsOf(own)
  const given = new Set(own.flatMap(({ gives }) => [...(gives ?? [])].map(pairOf)))
  const atOnce = new Map<string, string>()
  const nobody: string[] = []
  for (const [issue, { option, then }] of offers) {
    if (!given.has(pairOf([issue, option]))) atOnce.set(issue, option)
    if (then !== undefined && !given.has(pairOf([issue, then]))) nobody.push(issue)
  }
  const steps = groups.map((group): PathStep => {
    const gates = gatesOf(group, source)
    const waits = [
      ...gates.flatMap((gate) => verifiedFor(gate, source)),
      ...group.flatMap(({ due }) => eventOf(due, source)),
      ...group.flatMap(({ gives }) => earlierStages(gives, offers, own))
    ]
    const places = waits.map((id) => groups.findIndex((other) => holds(other, id)))
    return {
      deliverables: group,
      after: [...new Set(places.filter((place) => place >= 0))],
      gates,
      from: new Map(
        group.flatMap(({ gives }) =>
          [...(gives ?? [])].map(([issue, option]) => {
            const offer = offers.get(issue)
            return [issue, offer?.then === option ? offer.option : undefined] as const
          })
        )
      )
    }
  })
  return {
    source,
    proposal,
    offers,
    steps,
    atOnce,
    nobody,
    leftOut: all.filter((one) => !own.includes(one))
  }
}

/** Steps that are never reached when each is done as soon as all it waits for is done. */
export function stuckIn({ steps }: Path): readonly number[] {
  const done = new Set<number>()
  for (let more = true; more; ) {
    more = false
    for (const [place, { after }] of steps.entries())
      if (!done.has(place) && after.every((before) => done.has(before))) {
        done.add(place)
        more = true
      }
  }
  return [...steps.keys()].filter((place) => !done.has(place))
}

const pairOf = ([issue, option]: readonly [string, string]): string => `${issue}\n${option}`

const holds = (group: readonly Deliverable[], id: string): boolean =>
  group.some((one) => one.id === id)

const fits = ({ gives }: Deliverable, offers: Offers): boolean =>
  [...(gives ?? [])].every(([issue, option]) => {
    const offer = offers.get(issue)
    return offer?.option === option || offer?.then === option
  })

/** What brings about the first stage of an issue comes before what brings about its last. */
function earlierStages(
  gives: Package | undefined,
  offers: Offers,
  own: readonly Deliverable[]
): readonly string[] {
  return [...(gives ?? [])].flatMap(([issue, option]) => {
    const offer = offers.get(issue)
    if (offer?.then !== option || offer.option === option) return []
    return own.filter((one) => one.gives?.get(issue) === offer.option).map(({ id }) => id)
  })
}

/** The gates that open one of a group, or that one of it is due after. */
function gatesOf(group: readonly Deliverable[], { process }: Case): readonly Gate[] {
  const before = new Set(group.flatMap(gatesBefore(process)))
  return [...process.gates.values()].filter((gate) => before.has(gate))
}

/** What a date is counted from, where that is something handed over. */
function eventOf(due: When | undefined, source: Case): readonly string[] {
  if (!due || !('after' in due)) return []
  const [kind = '', id = ''] = due.after.split('.')
  if (kind === 'verified' || kind === 'deliverable') return [id]
  const gate = kind === 'gate' ? source.process.gates.get(id) : undefined
  return gate ? verifiedFor(gate, source) : []
}

/** What must be verified before a gate opens, through the gates it waits for. */
export function verifiedFor(gate: Gate, { process }: Case): readonly string[] {
  const seen = new Set<string>()
  const visit = (one: Gate): readonly string[] => {
    if (seen.has(one.id)) return []
    seen.add(one.id)
    const { when } = one
    return [...[when, ...when.all].flatMap(ofTest), ...inEach(when.any.map(ofTest))]
  }
  const ofTest = (test: GateTest): readonly string[] => {
    const other = test.gate === undefined ? undefined : process.gates.get(test.gate)
    return [...test.verified, ...(other ? visit(other) : [])]
  }
  return [...new Set(visit(gate))]
}

const inEach = ([first = [], ...rest]: readonly (readonly string[])[]): readonly string[] =>
  first.filter((one) => rest.every((other) => other.includes(one)))
