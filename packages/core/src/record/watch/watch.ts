import type { Redline } from '../../model/case.ts'
import { factsOf, holds, issuesIn } from '../../model/condition.ts'
import type { Condition } from '../../model/judgement.ts'
import { asKnown } from '../as-known.ts'
import { msOf } from '../entry.ts'
import { proofOf } from '../ground/index.ts'
import type { Incident } from '../state/incident.ts'
import type { RecordState } from '../state/record-state.ts'
import { incidentsCalled } from './by-category.ts'

/**
 * How firmly the record shows that a redline is crossed: established and attributed, or delivered
 * and confirmed, or agreed; declared by whoever delivers; contested; or only alleged in an account.
 */
export const CROSSING_GROUNDS = ['shown', 'declared', 'contested', 'alleged'] as const
/** One of `CROSSING_GROUNDS`. */
export type CrossingGround = (typeof CROSSING_GROUNDS)[number]

/** A redline that events of the record cross. */
export interface CrossedLine {
  readonly party: string
  readonly redline: string
  readonly form: Redline['form']
  readonly ground: CrossingGround
  /** Of terms: the issues, with the option that the record has for each. */
  readonly terms: ReadonlyMap<string, string>
  /** The entries that cross it. */
  readonly entries: readonly string[]
}

/**
 * Redlines crossed by what the record holds at an instant (ms since 1970): acts by incidents that are
 * called by the act's word and attributed or alleged to the party, and by signals of it; terms by
 * what was delivered and by lines that were agreed. What the record leaves open crosses nothing.
 */
export function watchOf(record: RecordState, now: number): readonly CrossedLine[] {
  const state = asKnown(record, now)
  const settled = termsIn(state, now)
  return [...state.source.stances.values()]
    .flatMap(({ redlines }) => redlines)
    .flatMap((redline) =>
      redline.conduct ? byConduct(state, redline, redline.conduct) : byTerms(redline, settled)
    )
    .sort((a, b) => (`${a.party}.${a.redline}` < `${b.party}.${b.redline}` ? -1 : 1))
}

function byConduct(
  state: RecordState,
  redline: Redline,
  { by, act }: NonNullable<Redline['conduct']>
): readonly CrossedLine[] {
  const found = new Map<CrossingGround, string[]>()
  const note = (ground: CrossingGround, ids: readonly string[]): void => {
    found.set(ground, [...(found.get(ground) ?? []), ...ids])
  }
  for (const id of incidentsCalled(state, act)) {
    const incident = state.incidents.get(id)
    const ground = incident && groundOf(state, incident, by)
    if (ground) note(ground, entriesOf(incident))
  }
  for (const { id, content } of state.of('signal.seen'))
    if (content.by === by && content.rung === act)
      note(state.dissentsAbout(id).length > 0 ? 'contested' : 'declared', [id])
  return CROSSING_GROUNDS.flatMap((ground) => {
    const entries = found.get(ground)
    return entries ? [crossing(redline, ground, { entries })] : []
  }).slice(0, 1)
}

/** What an incident says against a party; undefined where it says nothing against it. */
function groundOf(
  state: RecordState,
  { accounts, attribution, verification }: Incident,
  by: string
): CrossingGround | undefined {
  const outcome = attribution?.content.outcome
  if (outcome === 'not-attributed') return undefined
  const alleged = accounts.some(({ content }) => content.alleged === by)
  if (outcome === 'contested') return alleged ? 'contested' : undefined
  if (!attribution) return alleged ? 'alleged' : undefined
  if (attribution.content.to !== by) return undefined
  const sure =
    verification?.content.outcome === 'confirmed' &&
    attribution.author.party !== by &&
    [attribution, verification].every(({ id }) => state.dissentsAbout(id).length === 0)
  return sure ? 'shown' : 'contested'
}

const entriesOf = ({ accounts, verification, attribution }: Incident): readonly string[] =>
  [...accounts, ...(verification ? [verification] : []), ...(attribution ? [attribution] : [])].map(
    ({ id }) => id
  )

/** An option that the record has for an issue, by what, and how firmly. */
interface Settled {
  readonly option: string
  readonly ground: CrossingGround
  readonly entries: readonly string[]
}

/** Issues that deliveries and agreed lines settle; one on which they differ is not settled. */
function termsIn(state: RecordState, now: number): ReadonlyMap<string, Settled> {
  const all = [...deliveredTerms(state), ...agreedLines(state, now)]
  const settled = new Map<string, Settled>()
  for (const [issue, own] of Map.groupBy(all, ([issue]) => issue)) {
    const [first] = own
    if (!first || own.some(([, { option }]) => option !== first[1].option)) continue
    const grounds = own.map(([, { ground }]) => ground)
    settled.set(issue, {
      option: first[1].option,
      ground: CROSSING_GROUNDS.find((one) => grounds.includes(one)) ?? 'declared',
      entries: own.flatMap(([, { entries }]) => entries)
    })
  }
  return settled
}

function deliveredTerms(state: RecordState): readonly (readonly [string, Settled])[] {
  return [...state.source.process.deliverables.values()].flatMap(({ id, by, gives }) => {
    const deed = state.deeds.get(`deliverable.${id}`)
    if (!deed || !gives) return []
    const proof = proofOf(state, { of: deed.of, party: by })
    if (deed.declared.length === 0 && proof.since === undefined) return []
    const ground =
      proof.state === 'verified' ? 'shown' : proof.against.length > 0 ? 'contested' : 'declared'
    const entries = [...deed.declared.map((one) => one.id), ...proof.entries, ...proof.against]
    return [...gives].map(([issue, option]) => [issue, { option, ground, entries }] as const)
  })
}

/** A line that is in force settles an issue where exactly one option of it speaks of that line. */
function agreedLines(state: RecordState, now: number): readonly (readonly [string, Settled])[] {
  return state.of('line.agreed').flatMap(({ id, content }) => {
    if (msOf(content.inForce) > now) return []
    const ground = state.dissentsAbout(id).length > 0 ? 'contested' : 'shown'
    return state.source.issues.flatMap((issue) => {
      const options = issue.options.filter(({ line }) => line === content.line)
      const [option] = options
      return option && options.length === 1
        ? [[issue.id, { option: option.id, ground, entries: [id] }] as const]
        : []
    })
  })
}

/** A redline is crossed by the firmest terms that cross it; those read at the end wait for the end. */
function byTerms(redline: Redline, settled: ReadonlyMap<string, Settled>): readonly CrossedLine[] {
  const { crossedWhen } = redline
  if (!crossedWhen || redline.stage === 'end') return []
  for (const ground of CROSSING_GROUNDS) {
    const terms = new Map(
      [...settled]
        .filter(
          ([, one]) => CROSSING_GROUNDS.indexOf(one.ground) <= CROSSING_GROUNDS.indexOf(ground)
        )
        .map(([issue, { option }]) => [issue, option])
    )
    if (holds(crossedWhen, factsOf(terms)) === true)
      return [crossing(redline, ground, reasonsOf(crossedWhen, terms, settled))]
  }
  return []
}

function reasonsOf(
  condition: Condition,
  terms: ReadonlyMap<string, string>,
  settled: ReadonlyMap<string, Settled>
): Pick<CrossedLine, 'terms' | 'entries'> {
  const issues = issuesIn(condition).filter((issue) => terms.has(issue))
  return {
    terms: new Map(issues.map((issue) => [issue, terms.get(issue) ?? ''])),
    entries: issues.flatMap((issue) => settled.get(issue)?.entries ?? [])
  }
}

const crossing = (
  { party, id, form }: Redline,
  ground: CrossingGround,
  { entries, terms = new Map() }: Partial<Pick<CrossedLine, 'terms'>> & Pick<CrossedLine, 'entries'>
): CrossedLine => ({
  party,
  redline: id,
  form,
  ground,
  terms,
  entries: [...new Set(entries)].sort()
})
