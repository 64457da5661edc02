import type { Case } from '../../src/model/case.ts'
import type { Gate, GateTest } from '../../src/model/gates.ts'
import type { Anchor, EventName, When } from '../../src/model/moment.ts'
import { parseInstant } from '../../src/time/instant.ts'
import { read } from '../case/reading.ts'

/** A case whose process is replaced by what is given. */
export function caseWith(process: Partial<Case['process']>): Case {
  const base = read({}).case
  if (!base) throw new Error('the example case could not be read')
  return { ...base, process: { ...base.process, ...process } }
}

/** A moment by its text. */
export function moment(text: string): Extract<When, { utc: string }> {
  const parsed = parseInstant(text)
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.instant
}

/** So many days and hours after an event. */
export const after = (event: EventName, days: number, hours = 0): Anchor => ({
  after: event,
  seconds: days * 86_400 + hours * 3600,
  ...(days > 0 ? { days } : {})
})

const ZONES = ['Europe/Kyiv', 'Europe/Moscow', 'America/New_York', 'Asia/Kathmandu'] as const

/** What a process is made of by chance: things that wait only for earlier ones. */
export interface RandomPlan {
  readonly eif: string
  readonly dues: readonly { readonly on: number; readonly days: number; readonly hours: number }[]
  readonly gates: readonly {
    readonly opens: number
    readonly wants: readonly number[]
    readonly quiet: number
    /** Ways of which one is enough. */
    readonly ways: readonly (readonly number[])[]
  }[]
}

/** Deliverables `d0`.. each due after the ceasefire or an earlier one, and gates between them. */
export function processOf({ eif, dues, gates }: RandomPlan): Partial<Case['process']> {
  const event = (on: number, at: number): EventName =>
    at === 0 || on % (at + 1) === at ? 'ceasefire' : `deliverable.d${on % (at + 1)}`
  const deliverables = dues.map(({ on, days, hours }, at) => ({
    id: `d${at}`,
    by: 'upland',
    with: [],
    cost: new Map(),
    stream: new Map(),
    grab: new Map(),
    verifiedBy: [],
    due: after(event(on, at), days, hours),
    at: `deliverables/${at}`
  }))
  const made = gates.map(({ opens, wants, quiet, ways }, at): Gate => {
    const target = (opens % (dues.length - 1)) + 1
    const test: GateTest = {
      verified: [...new Set(wants.map((want) => `d${want % target}`))],
      ...(quiet > 0 ? { violationsPerDay: { atMost: 1, forDays: quiet } } : {}),
      at: `gates/${at}/when`
    }
    return {
      id: `g${at}`,
      opens: `deliverable.d${target}`,
      when: {
        ...test,
        all: [],
        any: ways.map((way) => ({
          verified: [...new Set(way.map((want) => `d${want % target}`))],
          at: `gates/${at}/when`
        }))
      },
      decidedBy: [],
      evidenceNotOnlyFrom: [],
      at: `gates/${at}`
    }
  })
  return {
    ceasefire: {
      class: 'preliminary',
      entersIntoForce: moment(eif),
      prohibited: [],
      permitted: [],
      at: 'ceasefire'
    },
    deliverables: new Map(deliverables.map((one) => [one.id, one])),
    gates: new Map(made.map((one) => [one.id, one]))
  }
}

/** Zones with and without changes of clocks, and one a quarter of an hour off. */
export const zoneAt = (n: number): string => ZONES[n % ZONES.length] ?? 'UTC'
