import type { Case, Judgement, Stance } from '@truce/core'
import type { DriverInput, StudyDocument } from './documents.ts'

/** A judgement that can be moved by hand: one range, on a stream of its own. */
export function judgementOf(source: Case, key: string): Judgement | undefined {
  for (const stance of source.stances.values()) {
    const found = judgementsIn(stance).find((judgement) => judgement.key === key)
    if (found) return found.cases.length === 0 && found.stream === undefined ? found : undefined
  }
  return undefined
}

function judgementsIn({ interests, noDeal, redlines, ratification }: Stance): readonly Judgement[] {
  const base = noDeal?.base
  return [
    ...interests.flatMap(({ weight, values }) => [
      weight,
      ...[...values.values()].flatMap((blend) => blend.map(({ judgement }) => judgement))
    ]),
    ...(base?.kind === 'range' ? [base.judgement] : []),
    ...(noDeal?.ledger.map(({ worth }) => worth) ?? []),
    ...redlines.map(({ firmness }) => firmness),
    ...ratification.map(({ threshold }) => threshold)
  ]
}

/** Where in the case an input stands; undefined where its key names several judgements. */
export function placeOf(source: Case, key: string): string | undefined {
  const [kind, id = ''] = key.split('.')
  if (kind === 'polls') return source.polls.get(id)?.at
  if (kind === 'scenarios') return source.scenarios.find((one) => one.id === id)?.at
  for (const stance of source.stances.values()) {
    const found = judgementsIn(stance).find(
      (judgement) => judgement.key === key || judgement.stream === key
    )
    if (found) return found.at
  }
  return undefined
}

/** Sliders shown at most. */
const SLIDERS = 5
/** A share of the doubt below this is not worth a slider. */
const LITTLE = 0.02

/**
 * The judgements that matter most for a proposal and can be moved: first those of the chance that
 * all accept, then those of the parties' gains in turn, each list best first.
 */
export function mattersMost(
  source: Case,
  study: StudyDocument,
  proposal: string
): readonly Judgement[] {
  const drivers = study.alternatives[proposal]?.drivers ?? []
  const listOf = (inputs: readonly DriverInput[]): readonly Judgement[] =>
    inputs
      .filter(({ total }) => total !== null && total.value >= LITTLE && total.low > 0)
      .map(({ key }) => judgementOf(source, key))
      .filter((one) => one !== undefined)
      .filter(({ range }) => range.low < range.high)
  const joint = drivers
    .filter(({ output }) => output === 'joint')
    .flatMap(({ inputs }) => listOf(inputs))
  const gains = drivers
    .filter(({ output }) => output === 'gain')
    .map(({ inputs }) => listOf(inputs))
  const depth = Math.max(0, ...gains.map(({ length }) => length))
  const inTurn = Array.from({ length: depth }, (_, k) =>
    gains.flatMap((list) => list.slice(k, k + 1))
  ).flat()
  const byKey = new Map(
    [...joint.slice(0, 2), ...inTurn].map((judgement) => [judgement.key, judgement])
  )
  return [...byKey.values()].slice(0, SLIDERS)
}
