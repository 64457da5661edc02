import type { GateTest, Process, When } from '../../model/process.ts'
import type { Context } from './context.ts'
import { keyAt } from './context.ts'
import { circle } from '../rules/time.ts'

/** Reports circles among things that wait for each other: gates, withdrawals, deliverables, the ceasefire. */
export function checkCircles(process: Process, context: Context): void {
  for (const found of circlesIn(waitingFor(process))) {
    const [first = ''] = found
    context.report(circle, keyAt(context, pointerOf(first, process)), { circle: [...found, first] })
  }
}

/** What each thing waits for. `verified.x` waits for `x`; what a gate opens waits for the gate. */
function waitingFor(process: Process): ReadonlyMap<string, readonly string[]> {
  const waits = new Map<string, string[]>()
  const add = (thing: string, ...others: readonly string[]): void => {
    waits.set(thing, [...(waits.get(thing) ?? []), ...others])
  }
  if (process.ceasefire) add('ceasefire', ...eventOf(process.ceasefire['enters-into-force']))
  for (const { id, starts, ends } of process.withdrawals) {
    add(`withdrawal.${id}`, ...eventOf(starts), ...(ends ? eventOf(ends) : []).filter((event) => event !== 'starts'))
    add(`verified.${id}`, `withdrawal.${id}`)
  }
  for (const { id, due } of process.deliverables) {
    add(`deliverable.${id}`, ...(due ? eventOf(due) : []))
    add(`verified.${id}`, `deliverable.${id}`)
  }
  for (const { id, when, opens } of process.gates) {
    add(`gate.${id}`, ...[when, ...(when.all ?? []), ...(when.any ?? [])].flatMap(testsOf))
    if (opens) add(opens, `gate.${id}`)
  }
  return waits
}

const eventOf = (when: When): readonly string[] => ('after' in when ? [when.after] : [])

function testsOf(test: GateTest): readonly string[] {
  return [...(test.verified ?? []).map((id) => `verified.${id}`), ...(test.gate ? [`gate.${test.gate}`] : [])]
}

/** A circle through each thing that closes one, depth first, on a path of its own: a long chain must not exhaust the stack. */
function circlesIn(waits: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = []
  const done = new Set<string>()
  for (const start of waits.keys()) {
    const path = new Map<string, Iterator<string>>()
    for (let thing: string | undefined = start; thing !== undefined && !done.has(thing); ) {
      const others = path.get(thing) ?? new Set(waits.get(thing)).values()
      path.set(thing, others)
      const next = others.next().value
      if (next !== undefined && path.has(next)) circles.push([...path.keys()].slice([...path.keys()].indexOf(next)))
      else if (next !== undefined && !done.has(next)) thing = next
      else if (next === undefined) {
        done.add(thing)
        path.delete(thing)
        thing = [...path.keys()].at(-1)
      }
    }
  }
  return circles
}

/** Where in the text a thing is said. */
function pointerOf(thing: string, process: Process): string {
  const [kind = '', id = ''] = thing.split('.')
  const index = (list: readonly { readonly id: string }[], key: string): string => `${key}/${list.findIndex((item) => item.id === id)}`
  if (kind === 'gate') return index(process.gates, 'gates')
  if (kind === 'withdrawal' || process.withdrawals.some((item) => item.id === id)) return index(process.withdrawals, 'withdrawals')
  return kind === 'ceasefire' ? 'ceasefire' : index(process.deliverables, 'deliverables')
}
