import type { Process } from '../../model/process.ts'
import type { RecordState } from '../state/record-state.ts'
import type { AtTheDoor, DoorProblem } from './finding.ts'
import { against } from './finding.ts'

type Lists = 'party' | 'meeting' | 'channel' | 'withdrawal' | 'gate' | 'line' | 'overture'

/** Which keys of a content name something of the case, and what. */
const NAMES: Readonly<Record<string, Lists>> = {
  alleged: 'party',
  by: 'party',
  to: 'party',
  of: 'party',
  party: 'party',
  absent: 'party',
  refusedBy: 'party',
  agreedBy: 'party',
  decidedBy: 'party',
  acceptedBy: 'party',
  verifiedBy: 'party',
  meeting: 'meeting',
  channel: 'channel',
  withdrawal: 'withdrawal',
  gate: 'gate',
  line: 'line',
  overture: 'overture'
}

/** Where a key that names something elsewhere means an entry of the record or something else. */
const ELSEWHERE = new Set([
  'incident.discussed',
  'delivery.declared',
  'delivery.verified',
  'delivery.disputed'
])

/** Everything of the case that an entry names has to be there. */
export function unknownNames({ entry, state }: AtTheDoor): readonly DoorProblem[] {
  return [
    ...namesIn(entry.content, entry.kind),
    ...(entry.audience ?? []).map((name) => ({ list: 'party' as const, name })),
    { list: 'party' as const, name: entry.author.party }
  ].flatMap(({ list, name }) =>
    has(state, list, name) ? [] : against(entry, 'unknown-name', { list, name })
  )
}

interface Named {
  readonly list: Lists
  readonly name: string
}

function namesIn(value: unknown, kind: string): readonly Named[] {
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, kind))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]): readonly Named[] => {
    const list = NAMES[key]
    if (list === undefined || typeof held === 'number') return namesIn(held, kind)
    if (list === 'meeting' && kind === 'incident.discussed') return []
    if (key === 'of' && (ELSEWHERE.has(kind) || kind.startsWith('incident.'))) return []
    const names = Array.isArray(held) ? held : [held]
    return names.every((name) => typeof name === 'string')
      ? names.map((name) => ({ list, name }))
      : namesIn(held, kind)
  })
}

const PARTS: Readonly<Record<Exclude<Lists, 'party'>, keyof Process>> = {
  meeting: 'meetings',
  channel: 'channels',
  withdrawal: 'withdrawals',
  gate: 'gates',
  line: 'lines',
  overture: 'overtures'
}

function has({ source }: RecordState, list: Lists, name: string): boolean {
  if (list === 'party') return source.parties.has(name)
  const part = source.process[PARTS[list]]
  return part instanceof Map && part.has(name)
}
