import type { Acceptance, AcceptanceSettings } from '../deals/best-chance.ts'
import { ACCEPTANCE_DEFAULTS, acceptanceOf } from '../deals/best-chance.ts'
import { acceptanceJson } from '../report/acceptance/acceptance-json.ts'
import type { AcceptanceDocument } from '../report/acceptance/acceptance-shape.ts'
import type { AboutCase, Asked, Given, Method, Provenance, Refused } from './answer.ts'
import { answered, refused, settledFor, soundCase } from './answer.ts'

/** The best chance of any package, what holds it down, and what each change buys. */
export type AcceptanceAnswer = AboutCase<'solve acceptance', Acceptance, AcceptanceDocument>

/** Who hears how far the search is, and who may give it up. */
export interface Attending {
  readonly onProgress?: (share: number) => void
  /** Between two steps; rejects to give the search up. */
  readonly pause?: () => Promise<void>
}

/**
 * Which package has the best chance of being accepted by all who must. What is left out of the
 * settings is as in `ACCEPTANCE_DEFAULTS`.
 */
export async function askAcceptance(
  given: Given,
  asked: Asked<Partial<AcceptanceSettings>> = {},
  { onProgress, pause }: Attending = {}
): Promise<AcceptanceAnswer | Refused<'solve acceptance'>> {
  const source = soundCase(given)
  if (!source) return refused('solve acceptance', given)
  const steps = acceptanceOf(source, { ...ACCEPTANCE_DEFAULTS, ...settledFor(asked, source) })
  let step = steps.next()
  while (!step.done) {
    onProgress?.(step.value)
    await pause?.()
    step = steps.next()
  }
  const result = step.value
  return answered('solve acceptance', given, {
    source,
    findings: given.diagnostics,
    result,
    methods: methodsOf(result),
    json: (about) => acceptanceJson(result, about)
  })
}

function methodsOf({
  settings: { draws, seed },
  found,
  prices
}: Acceptance): Provenance['methods'] {
  const proven = (exact: boolean): Method => ({
    by: 'climbs, and branch and bound draw by draw',
    how: exact ? 'exact' : 'bounded'
  })
  const { ceilings } = found ?? {}
  const rows = [...(ceilings?.rows ?? []), ...(ceilings?.pairs ?? [])]
  const points = [...prices.values()].flatMap((price) => price.points)
  return {
    acceptance: { by: 'mean over draws', how: 'sampled', draws, seed },
    ...(found ? { best: proven(found.best.exact) } : {}),
    ...(ceilings ? { ceilings: proven(rows.every(({ best }) => best.exact)) } : {}),
    ...(points.length > 0 ? { prices: proven(points.every(({ exact }) => exact)) } : {})
  }
}
