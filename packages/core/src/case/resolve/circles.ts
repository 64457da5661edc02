import type { Ceasefire } from '../../model/ceasefire.ts'
import type { Gate, GateTest } from '../../model/gates.ts'
import type { When } from '../../model/moment.ts'
import type { Deliverable } from '../../model/plan.ts'
import type { Track } from '../../model/tracks.ts'
import type { Withdrawal } from '../../model/withdrawals.ts'
import { circle } from '../rules/time.ts'
import type { Context } from './context.ts'
import { keyAt } from './context.ts'

/** Things that may wait for each other. */
export interface Waiting {
  readonly ceasefire: Ceasefire | undefined
  readonly withdrawals: readonly Withdrawal[]
  readonly deliverables: readonly Deliverable[]
  readonly gates: readonly Gate[]
  readonly tracks: readonly Track[]
}

/** Reports circles among things that wait for each other. */
export function checkCircles(waiting: Waiting, context: Context): void {
  for (const found of circlesIn(waitingFor(waiting))) {
    const [first = ''] = found
    context.report(circle, keyAt(context, pointerOf(first, waiting)), { circle: [...found, first] })
  }
}

/** What each thing waits for. `verified.x` waits for `x`; what a gate opens waits for the gate. */
function waitingFor({ ceasefire, withdrawals, deliverables, gates, tracks }: Waiting): Waits {
  const waits = new Map<string, string[]>()
  const add = (thing: string, others: readonly string[]): void => {
    const known = waits.get(thing) ?? []
    for (const other of others) known.push(other)
    waits.set(thing, known)
  }
  if (ceasefire) add('ceasefire', eventOf(ceasefire.entersIntoForce))
  for (const { id, starts, ends } of withdrawals) {
    add(`withdrawal.${id}`, [
      ...eventOf(starts),
      ...eventOf(ends).filter((event) => event !== 'starts')
    ])
    add(`verified.${id}`, [`withdrawal.${id}`])
  }
  for (const { id, due } of deliverables) {
    add(`deliverable.${id}`, eventOf(due))
    add(`verified.${id}`, [`deliverable.${id}`])
  }
  for (const { id, starts } of tracks) add(`track.${id}`, eventOf(starts))
  for (const { id, when, opens } of gates) {
    add(`gate.${id}`, [...[when, ...when.all].flatMap(testsOf), ...inEach(when.any)])
    if (opens) add(opens, [`gate.${id}`])
  }
  return waits
}

const eventOf = (when: When | undefined): readonly string[] =>
  when && 'after' in when ? [when.after] : []

function testsOf(test: GateTest): readonly string[] {
  return [
    ...test.verified.map((id) => `verified.${id}`),
    ...(test.gate ? [`gate.${test.gate}`] : [])
  ]
}

/** Of tests any one of which is enough, only what all of them wait for is waited for. */
function inEach([first, ...rest]: readonly GateTest[]): readonly string[] {
  const sets = rest.map((test) => new Set(testsOf(test)))
  if (!first) return []
  return testsOf(first).filter((event) => sets.every((set) => set.has(event)))
}

type Waits = ReadonlyMap<string, readonly string[]>

/**
 * Circles, each thing in one at most. The path is kept by hand: a long chain must not exhaust the
 * stack.
 */
function circlesIn(waits: Waits): readonly (readonly string[])[] {
  const done = new Set<string>()
  return [...waits.keys()].flatMap((start) =>
    done.has(start) ? [] : circlesFrom(start, waits, done)
  )
}

function circlesFrom(
  start: string,
  waits: Waits,
  done: Set<string>
): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = []
  const path = [start]
  const pending = new Map([[start, others(start, waits)]])
  for (let thing = path.at(-1); thing !== undefined; thing = path.at(-1)) {
    const next = pending.get(thing)?.pop()
    if (next === undefined) {
      done.add(thing)
      pending.delete(thing)
      path.pop()
    } else if (pending.has(next)) {
      const found = path.slice(path.indexOf(next))
      circles.push(found)
      for (const step of found) pending.set(step, [])
    } else if (!done.has(next)) {
      path.push(next)
      pending.set(next, others(next, waits))
    }
  }
  return circles
}

const others = (thing: string, waits: Waits): string[] => [...new Set(waits.get(thing))].reverse()

/** Where in the text a thing is said; what is verified may be a withdrawal or a deliverable. */
function pointerOf(thing: string, { withdrawals, deliverables, gates }: Waiting): string {
  const [kind = '', id = ''] = thing.split('.')
  if (kind === 'ceasefire') return kind
  if (kind === 'track') return `tracks/${id}`
  const places: Readonly<Record<string, readonly { readonly id: string; readonly at: string }[]>> =
    { gate: gates, withdrawal: withdrawals, deliverable: deliverables }
  const among = places[kind] ?? [...withdrawals, ...deliverables]
  return among.find((one) => one.id === id)?.at ?? ''
}
