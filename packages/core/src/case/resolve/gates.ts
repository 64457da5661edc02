import type { Gate, GateTest } from '../../model/gates.ts'
import { entries, evidenceOf, present, solid } from './context.ts'
import type { Listed } from './listed.ts'

type GateDocument = Listed<'gates'>
type TestDocument = NonNullable<GateDocument['when']['any']>[number]

/** A gate with its tests. */
export function resolveGate(gate: GateDocument, at: string): Gate {
  const { id, title, opens, when } = gate
  const under = (key: 'all' | 'any'): readonly GateTest[] =>
    entries(when[key], `${at}/when/${key}`).map(({ item, at: place }) => resolveTest(item, place))
  return {
    id,
    when: { ...resolveTest(when, `${at}/when`), all: under('all'), any: under('any') },
    decidedBy: solid(gate['decided-by']),
    evidenceNotOnlyFrom: solid(gate['evidence-not-only-from']),
    at,
    ...evidenceOf(gate),
    ...present({ title, opens })
  }
}

function resolveTest(test: TestDocument, at: string): GateTest {
  const { 'violations-per-day': violations, verified, meetings, gate } = test
  return {
    verified: solid(verified),
    at,
    ...present({
      gate,
      violationsPerDay: violations && {
        atMost: violations['at-most'],
        forDays: violations['for-days']
      },
      meetings: meetings && { id: meetings.id, heldAtLeast: meetings['held-at-least'] }
    })
  }
}
