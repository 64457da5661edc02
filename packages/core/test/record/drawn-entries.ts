import fc from 'fast-check'
import type { SeenEntry } from '../../src/record/index.ts'
import { readContent } from '../../src/record/index.ts'

const PARTIES = ['russia', 'ukraine', 'norway', 'india'] as const
const KINDS = ['report', 'look', 'find', 'dispute', 'join', 'dissent', 'watch', 'replace'] as const
const DEED_WORDS = ['start', 'done', 'check', 'deny', 'decide', 'meet', 'sign', 'fail'] as const

/** One entry of a small record of the flagship's first days. */
export const anyEntry = fc.record({
  party: fc.constantFrom(...PARTIES),
  hour: fc.integer({ min: 0, max: 100 }),
  // Deeds are looked at more often, so that two who looked find different things.
  what: fc.constantFrom(...KINDS, ...DEED_WORDS, 'check', 'check', 'check'),
  deed: fc.constantFrom('heavy', 'heavy', 'rockets', 'armour'),
  whose: fc.constantFrom('russia' as const, 'ukraine' as const),
  outcome: fc.constantFrom('confirmed', 'not-confirmed', 'inconclusive', 'no-access'),
  at: fc.nat(),
  count: fc.integer({ min: 0, max: 14 })
})
type Drawn = typeof anyEntry extends fc.Arbitrary<infer T> ? T : never

const BEGIN = Date.parse('2025-02-01T00:00:00.000Z')
/** So many hours after the ceasefire's first midnight, UTC. */
export const hour = (n: number): string => new Date(BEGIN + n * 3_600_000).toISOString()

/** Entries of a few days that fit each other, past no door. */
export function tellDrawn(all: readonly Drawn[]): readonly SeenEntry[] {
  const told: SeenEntry[] = []
  for (const [number, one] of [...all].sort((a, b) => a.hour - b.hour).entries()) {
    const made = contentFor(one, told)
    if (!made) continue
    const at = hour(one.hour)
    const read = readContent({
      number: number + 1,
      id: `entry-${number}`,
      author: { party: one.party, key: one.party, role: 'head' },
      recorded: at,
      received: at,
      ...made
    })
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    told.push(read.entry)
  }
  return told
}

type Made = { readonly kind: string; readonly content: object; readonly supersedes?: string }

function contentFor(one: Drawn, told: readonly SeenEntry[]): Made | undefined {
  const pick = (...kinds: readonly string[]): string | undefined => {
    const own = told.filter(({ kind }) => kinds.includes(kind))
    return own[one.at % Math.max(1, own.length)]?.id
  }
  const at = hour(one.hour)
  const { party, whose, outcome, count } = one
  const incident = told.find(({ id }) => id === pick('incident.reported'))?.id
  const first = told.find(({ id, supersedes }) => id === incident && supersedes === undefined)?.id
  const occurred = { at, precision: one.at % 9 === 0 ? 'week' : 'minute' }
  const report = {
    kind: 'incident.reported',
    content: {
      occurred,
      place: { name: 'the ford' },
      category: one.at % 5 === 0 ? 'detention' : 'fire',
      means: ['saw'],
      observed: { count, of: one.at % 7 === 0 ? 'vehicle' : 'explosion' },
      ...(one.at % 11 === 0 && { lead: true })
    }
  }
  const withdrawal = { withdrawal: one.deed, party: whose, at, means: ['saw'] }
  const of = `withdrawal.${one.deed}`
  const due = new Date(Date.parse(at.slice(0, 10)) + 8 * 3_600_000).toISOString()
  switch (one.what) {
    case 'report':
      return report
    case 'watch':
      return {
        kind: 'position.observed',
        content: { weapon: 'tank', count: 0, occurred, place: { name: 'the ford' }, means: ['saw'] }
      }
    case 'replace': {
      const before = told.find(({ id }) => id === incident)
      const taken = told.some(({ supersedes }) => supersedes === incident)
      return before && !taken ? { ...report, supersedes: before.id } : undefined
    }
    case 'look':
      return first === undefined
        ? undefined
        : {
            kind: 'incident.verified',
            content: { incident: first, outcome, by: [party], means: ['saw'] }
          }
    case 'find':
      return first === undefined
        ? undefined
        : {
            kind: 'incident.found',
            content: { incident: first, violation: count > 4, text: 'x' }
          }
    case 'dispute':
      return first === undefined
        ? undefined
        : { kind: 'incident.disputed', content: { incident: first, because: 'no' } }
    case 'join': {
      const others = told.filter(
        ({ kind, id, supersedes }) =>
          kind === 'incident.reported' && id !== first && supersedes === undefined
      )
      const other = others[count % Math.max(1, others.length)]?.id
      return first === undefined || other === undefined
        ? undefined
        : { kind: 'incident.joined', content: { incident: first, with: other, because: 'one' } }
    }
    case 'dissent': {
      const about = told[one.at % Math.max(1, told.length)]?.id
      return about === undefined
        ? undefined
        : { kind: 'dissent', content: { about, because: 'no' } }
    }
    case 'start':
      return { kind: 'withdrawal.started', content: withdrawal }
    case 'done':
      return { kind: 'withdrawal.completed', content: withdrawal }
    case 'check':
      return {
        kind: 'delivery.verified',
        content: {
          of,
          outcome,
          by: [party],
          at,
          means: ['saw'],
          ...(one.at % 3 > 0 && { party: whose })
        }
      }
    case 'deny':
      return { kind: 'delivery.disputed', content: { of, because: 'no', party: whose } }
    case 'decide':
      return {
        kind: 'gate.decided',
        content: {
          gate: 'ceasefire-first',
          decision: count > 7 ? 'open' : 'shut',
          at,
          decidedBy: [count > 4 ? 'us' : 'eu'],
          entries: []
        }
      }
    case 'meet':
      return {
        kind: 'meeting.held',
        content: {
          meeting: 'flag',
          due,
          started: due,
          ended: due,
          attendance: (['russia', 'ukraine'] as const)
            .slice(one.at % 6 === 0 ? 1 : 0)
            .map((side) => ({
              party: side,
              as: 'party',
              rank: 'brigadier',
              nation: 'NO',
              service: 'army',
              grade: { low: 'OF-6', high: 'OF-6', basis: 'law' }
            }))
        }
      }
    case 'sign': {
      const held = pick('meeting.held')
      const versions = told.flatMap(({ kind, id }) => (kind === 'minutes.written' ? [id] : []))
      return held === undefined
        ? undefined
        : one.at % 2 === 0 || versions.length === 0
          ? { kind: 'minutes.written', content: { held, language: 'en', text: 'x' } }
          : { kind: 'minutes.signed', content: { held, versions: versions.slice(0, 1) } }
    }
    case 'fail':
      return { kind: 'meeting.failed', content: { meeting: 'flag', due, absent: [whose] } }
  }
}
