import { channelZones } from '../hotline/hotline.ts'
import type { MessageClocks } from '../hotline/message-clocks.ts'
import { clocksOfMessage } from '../hotline/message-clocks.ts'
import type { RecordState } from '../state/record-state.ts'

/**
 * Messages with a clock that nobody has stopped. Only what changed since it was last asked is read
 * anew: most messages of a long record were answered long ago.
 */
class OpenMessages {
  private readonly state: RecordState
  private readonly changed: () => readonly string[]
  private readonly zones: ReadonlyMap<string, string>
  private readonly open = new Set<string>()

  constructor(state: RecordState) {
    this.state = state
    this.changed = state.messages.follow()
    this.zones = channelZones(state)
  }

  at(now: number): readonly MessageClocks[] {
    for (const id of this.changed())
      if (this.read(id, now).some(runs)) this.open.add(id)
      else this.open.delete(id)
    return [...this.open].sort().flatMap((id) => this.read(id, now))
  }

  private read(id: string, now: number): readonly MessageClocks[] {
    const message = this.state.messages.get(id)
    return message ? clocksOfMessage(message, { state: this.state, now, zones: this.zones }) : []
  }
}

const runs = ({ ends }: MessageClocks): boolean =>
  ends.some(({ clocks }) => clocks.some(({ state }) => state === 'running' || state === 'overdue'))

// One for each record, for as long as the record is there.
const known = new WeakMap<RecordState, OpenMessages>()

/** Messages of which a clock runs or is overdue, by id. */
export function openMessages(state: RecordState, now: number): readonly MessageClocks[] {
  const own = known.get(state) ?? new OpenMessages(state)
  known.set(state, own)
  return own.at(now)
}
