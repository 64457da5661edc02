import { Channel } from './channel.ts'
import type { WorkerLike } from './port.ts'
import type { Engine, Question, Questions } from './protocol.ts'

/** Who answers what: no long computation is to stand in the way of a quick one. */
const WORKER_FOR = {
  read: 'quick',
  trial: 'quick',
  judge: 'quick',
  repairs: 'deep',
  check: 'deep',
  bargaining: 'deep',
  stability: 'deep',
  study: 'slow',
  acceptance: 'slow'
} as const satisfies Record<Question, string>

type Place = (typeof WORKER_FOR)[Question]

/**
 * The engine: a worker for what must be quick and, from the first time they are needed, one for
 * what takes a moment and one for what takes long.
 */
export function openEngine(start: () => WorkerLike = startWorker): Engine {
  const channels = new Map<Place, Channel>([['quick', new Channel(start)]])
  let files: Questions['read']['ask'] | undefined
  const readIn = (channel: Channel): void => {
    if (files) channel.ask('read', files).catch(() => {})
  }
  const channelFor = (place: Place): Channel => {
    const known = channels.get(place)
    if (known) return known
    const made = new Channel(start)
    channels.set(place, made)
    readIn(made)
    return made
  }
  return {
    ask: (question, ask, heed) => {
      if (question === 'read') {
        files = ask as Questions['read']['ask']
        for (const [place, channel] of channels) if (place !== 'quick') readIn(channel)
      }
      return channelFor(WORKER_FOR[question]).ask(question, ask, heed)
    },
    close: () => {
      for (const channel of channels.values()) channel.close()
    }
  }
}

function startWorker(): WorkerLike {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'truce' })
}
