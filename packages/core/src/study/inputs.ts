import type { Dependence, Sampler } from '../draws/sampler.ts'
import { streamOf } from '../draws/sampler.ts'
import type { Case, Redline } from '../model/case.ts'
import { scenariosIn } from '../model/condition.ts'
import type { Judgement } from '../model/judgement.ts'
import { Judge } from '../worth/judge.ts'
import { masksOf } from '../worth/scenarios.ts'
import type { Offered, Piece } from './acceptance.ts'
import { PIECES, pieceOf } from './acceptance.ts'

/**
 * Something uncertain that bears on a package: all that is drawn from one stream, a scenario, or a
 * poll's error.
 */
export interface Input {
  /** The judgement's key, or the stream's where several share it; `scenarios.id`; `polls.id`. */
  readonly key: string
  /** Where in the case; of several judgements, the place that holds them all. */
  readonly at: string
  readonly kind: 'judgement' | 'firmness' | 'scenario' | 'poll'
  readonly streams: ReadonlySet<string>
  /** What of whose acceptance hangs on it. */
  readonly touches: readonly Touch[]
}

/** One piece of one party's acceptance. */
export interface Touch {
  readonly party: string
  readonly piece: Piece
}

/** What was asked of a sampler. */
interface Reads {
  readonly judgements: Set<Judgement>
  readonly polls: Set<string>
}

type Found = Omit<Input, 'touches' | 'at'> & { readonly at: Set<string>; readonly touches: Touch[] }

/**
 * The inputs that bear on any of these parties' acceptance: what is read, and is not known exactly.
 */
export function inputsOf(
  offered: readonly Offered[],
  source: Case,
  dependence: Dependence
): readonly Input[] {
  const found = new Map<string, Found>()
  const note = (touch: Touch, { key, at, kind, streams }: Omit<Input, 'touches'>): void => {
    const input = found.get(key) ?? { key, kind, streams, at: new Set<string>(), touches: [] }
    input.at.add(at)
    if (!input.touches.some(({ party, piece }) => party === touch.party && piece === touch.piece))
      input.touches.push(touch)
    found.set(key, input)
  }
  for (const one of offered)
    for (const piece of PIECES) {
      const reads = readsOf(piece, one, source)
      const touch = { party: one.party, piece }
      for (const judgement of reads.judgements)
        if (isUncertain(judgement))
          note(touch, { ...drawnInput(judgement, dependence), kind: kindOf(judgement, source) })
      for (const poll of reads.polls) note(touch, pollInput(poll, source))
      for (const input of scenarioInputs(
        reads,
        piece === 'stays' ? redlinesOf(one.party, source) : [],
        source
      ))
        note(touch, input)
    }
  return [...found.values()].map(({ at, ...input }) => ({ ...input, at: placeOfAll([...at]) }))
}

/**
 * Works a piece out once on a sampler that remembers what it was asked for; every combination of
 * scenarios is one draw.
 */
function readsOf(piece: Piece, offered: Offered, source: Case): Reads {
  const masks = Uint32Array.from(masksOf(source.scenarios))
  const reads: Reads = { judgements: new Set(), polls: new Set() }
  const column = new Float64Array(masks.length).fill(0.5)
  const sampler: Sampler = {
    count: masks.length,
    masks,
    column: (judgement) => {
      reads.judgements.add(judgement)
      return column
    },
    pollError: (poll) => {
      reads.polls.add(poll)
      return column
    }
  }
  pieceOf(piece, offered, new Judge(source, sampler))
  return reads
}

function isUncertain({ range, cases }: Judgement): boolean {
  return [range, ...cases.map((one) => one.range)].some(({ low, high }) => low < high)
}

function drawnInput(judgement: Judgement, dependence: Dependence): Omit<Input, 'touches' | 'kind'> {
  const key = streamOf(judgement, dependence)
  return { key, at: judgement.at, streams: new Set([key]) }
}

function kindOf({ key }: Judgement, source: Case): Input['kind'] {
  return [...source.stances.values()].some(({ redlines }) =>
    redlines.some(({ firmness }) => firmness.key === key)
  )
    ? 'firmness'
    : 'judgement'
}

function pollInput(poll: string, source: Case): Omit<Input, 'touches'> {
  const key = `polls.${poll}`
  return {
    key,
    at: source.polls.get(poll)?.at ?? '',
    kind: 'poll',
    streams: new Set([`${key}.1`, `${key}.2`])
  }
}

function redlinesOf(party: string, source: Case): readonly Redline[] {
  return source.stances.get(party)?.redlines ?? []
}

/**
 * Scenarios that turn what was read, or whether a redline is crossed, and that are not known
 * already.
 */
function scenarioInputs(
  { judgements }: Reads,
  redlines: readonly Redline[],
  { scenarios }: Case
): readonly Omit<Input, 'touches'>[] {
  const spoken = new Set([
    ...[...judgements].flatMap(({ cases }) => cases.flatMap(({ when }) => scenariosIn(when))),
    ...redlines.flatMap(({ crossedWhen }) => (crossedWhen ? scenariosIn(crossedWhen) : []))
  ])
  return scenarios
    .filter(({ id, p }) => spoken.has(id) && p.range.high > 0 && p.range.low < 1)
    .map(({ id, at, p }) => ({
      key: `scenarios.${id}`,
      at,
      kind: 'scenario' as const,
      streams: new Set([`scenarios.${id}`, p.key])
    }))
}

/** The longest pointer that leads to all of them. */
function placeOfAll(pointers: readonly string[]): string {
  const [first = [], ...rest] = pointers.map((pointer) => pointer.split('/'))
  const length = first.findIndex((part, i) => rest.some((other) => other[i] !== part))
  return (length < 0 ? first : first.slice(0, length)).join('/')
}
