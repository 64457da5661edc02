import { nearest } from '../../diagnostic/nearest.ts'
import type { Anchor, EventKind, EventName, When } from '../../model/moment.ts'
import type { Kind, Names } from '../names.ts'
import type { Node } from '../node-tree.ts'
import { child } from '../node-tree.ts'
import * as references from '../rules/reference.ts'
import { unknownKey } from '../rules/shape.ts'
import type { Where } from './leaf.ts'
import { BROKEN, leaf, leafBehind } from './leaf.ts'
import { amount, instant, wrong } from './scalars.ts'

const UNITS = ['hours', 'days', 'weeks'] as const

const known = new WeakMap<Names, ReadonlySet<EventName>>()

/**
 * Everything a date may be counted from, such as `ceasefire`, `verified.heavy` or
 * `gate.final-status`.
 */
function eventsOf(names: Names): ReadonlySet<EventName> {
  const events = known.get(names) ?? new Set(namedEvents(names))
  known.set(names, events)
  return events
}

function namedEvents({ of }: Names): readonly EventName[] {
  const named = (prefix: EventKind, ...kinds: readonly Kind[]): readonly EventName[] =>
    kinds.flatMap((kind) => [...(of.get(kind) ?? [])].map((id) => `${prefix}.${id}` as const))
  return [
    'ceasefire',
    'signature',
    'starts',
    ...named('verified', 'withdrawal', 'deliverable'),
    ...named('gate', 'gate'),
    ...named('meeting', 'meeting'),
    ...named('withdrawal', 'withdrawal'),
    ...named('deliverable', 'deliverable'),
    ...named('track', 'track')
  ]
}

/** A moment counted from an event: `{after: ceasefire, days: 14}`, or just the event's name. */
export const anchor = leaf<Anchor>({
  read: (node, where) => {
    if (node.kind === 'scalar') {
      const event = eventAt(node, where)
      return event === BROKEN ? BROKEN : { after: event, seconds: 0 }
    }
    if (node.kind !== 'map')
      return wrong(node, where, 'an event, or {after: <event>, days: <number>}')
    return counted(node, where)
  },
  json: (names) => {
    const event = names ? { enum: [...eventsOf(names)] } : { type: 'string' }
    const lag = Object.fromEntries(UNITS.map((unit) => [unit, { type: 'number', minimum: 0 }]))
    return {
      anyOf: [
        event,
        {
          type: 'object',
          properties: { after: event, ...lag, note: {} },
          required: ['after'],
          additionalProperties: false
        }
      ]
    }
  }
})

/** A calendar with more hours, days or weeks than this knows no date for them. */
const MOST = 1_000_000

function counted(node: Node, where: Where): Anchor | typeof BROKEN {
  const after = child(node, 'after')
  if (node.kind !== 'map' || !after) return wrong(node, where, '{after: <event>, days: <number>}')
  let [seconds, days] = [0, 0]
  for (const [key, entry] of node.entries) {
    if (key === 'after' || key === 'note') continue
    const unit = UNITS.find((candidate) => candidate === key)
    if (!unit) {
      where.report(
        unknownKey,
        { span: entry.key },
        { key, near: nearest(key, UNITS) ?? '', known: ['after', ...UNITS] }
      )
      return BROKEN
    }
    const count = leafBehind(amount({ least: 0, most: MOST }))?.read(entry.value, where)
    if (typeof count !== 'number') return BROKEN
    seconds += count * { hours: 3600, days: 86_400, weeks: 604_800 }[unit]
    // A part of a day is exact time: no calendar knows half a day.
    if (unit !== 'hours') days += Math.floor(count * { days: 1, weeks: 7 }[unit])
  }
  const event = eventAt(after, where)
  if (event === BROKEN) return BROKEN
  return days > 0 ? { after: event, seconds, days } : { after: event, seconds }
}

function eventAt(node: Node, where: Where): EventName | typeof BROKEN {
  const events = eventsOf(where.names)
  const name = node.kind === 'scalar' ? String(node.value) : ''
  if (isOneOf(events, name)) return name
  where.report(
    references.unknownEvent,
    { span: node.span },
    { name, near: nearest(name, events) ?? '', known: [...events] }
  )
  return BROKEN
}

const isOneOf = (events: ReadonlySet<string>, name: string): name is EventName => events.has(name)

/** An instant, or an anchor. */
export const when = leaf<When>({
  read: (node, where) => {
    if (node.kind === 'scalar' && /^\d/.test(String(node.value)))
      return leafBehind(instant)?.read(node, where) as When | typeof BROKEN
    return leafBehind(anchor)?.read(node, where) as When | typeof BROKEN
  },
  json: (names) => ({ anyOf: [leafBehind(instant)?.json(names), leafBehind(anchor)?.json(names)] })
})
