import type { Bargain, BargainSettings } from '../deals/bargain.ts'
import { bargain, withChances } from '../deals/bargain.ts'
import type { Case } from '../model/case.ts'
import type { MilpSolver } from '../ports/index.ts'
import { bargainingJson } from '../report/bargaining/bargaining-json.ts'
import type { BargainingDocument } from '../report/bargaining/bargaining-shape.ts'
import type { AboutCase, Asked, Given, Method, Provenance, Refused } from './answer.ts'
import { answered, refused, settledFor, soundCase } from './answer.ts'

/** The deal space of a case. */
export type BargainingAnswer = AboutCase<'solve bargaining', Bargain, BargainingDocument>

/**
 * Which packages are efficient, and which is best for all by which standard. Throws what `bargain`
 * does.
 */
export async function askBargaining(
  given: Given,
  asked: Asked<BargainSettings> = {},
  solver?: MilpSolver
): Promise<BargainingAnswer | Refused<'solve bargaining'>> {
  const source = soundCase(given)
  if (!source) return refused('solve bargaining', given)
  const result = await drawnFor(source, settledFor(asked, source), solver)
  return answered('solve bargaining', given, {
    source,
    findings: given.diagnostics,
    result,
    methods: methodsOf(result),
    json: (about) => bargainingJson(result, about)
  })
}

/** What was last found of a case: chances are often asked for after it, and change nothing of it. */
const lastFound = new WeakMap<Case, { readonly of: string; readonly found: Bargain }>()

async function drawnFor(
  source: Case,
  asked: BargainSettings,
  solver: MilpSolver | undefined
): Promise<Bargain> {
  const { draws: _, seed: __, ...settings } = asked
  const of = JSON.stringify([settings, [...(settings.payments ?? [])], solver !== undefined])
  const last = lastFound.get(source)
  const found =
    last?.of === of ? last.found : await bargain(source, { ...settings, draws: 0 }, solver)
  lastFound.set(source, { of, found })
  return withChances(found, asked)
}

function methodsOf({ solved: { frontier, standards } }: Bargain): Provenance['methods'] {
  const frontierMethod: Method = {
    by: 'efficient packages, issue by issue',
    how: frontier && !frontier.within && !frontier.rounding ? 'exact' : 'bounded'
  }
  return {
    packages: { by: 'count over rules and redlines', how: 'exact' },
    ...(frontier ? { frontier: frontierMethod } : {}),
    ...Object.fromEntries(
      standards.map(({ standard, certificate: { by, complete } }): [string, Method] => [
        standard,
        { by, how: complete ? 'exact' : 'bounded' }
      ])
    )
  }
}
