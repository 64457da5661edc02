import { Channel } from './channel.ts'
import { earlyReader } from './early.ts'
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
  strategy: 'deep',
  forecast: 'deep',
  plan: 'deep',
  zones: 'deep',
  review: 'deep',
  draft: 'deep',
  timetable: 'deep',
  calendar: 'deep',
  study: 'slow',
  acceptance: 'slow'
} as const satisfies Record<Question, string>

type Place = (typeof WORKER_FOR)[Question]

/**
 * The engine: a worker for what must be quick and, from the first time they are needed, one for
 * what takes a moment and one for what takes long.
 */
export function openEngine(start: () => WorkerLike = startWorker): Engine {
  const quick = new Channel(() => earlyReader() ?? start())
  const channels = new Map<Place, Channel>([['quick', quick]])
  let files: Questions['read']['ask'] | undefined
  /** Workers that have not read the newest texts: they do when they are next asked something. */
  const behind = new Set<Place>()
  const channelFor = (place: Place): Channel => {
    const channel = channels.get(place) ?? new Channel(start)
    if (!channels.has(place)) behind.add(place)
    channels.set(place, channel)
    if (place !== 'quick' && behind.delete(place) && files)
      channel.ask('read', files).catch(() => {})
    return channel
  }
  const outdated = (): void => {
    for (const [place, channel] of channels) {
      if (place === 'quick') continue
      // What they work on is about texts that are gone, and takes the processor from the reading.
      channel.leave()
      behind.add(place)
    }
  }
  return {
    ask: (question, ask, heed) => {
      if (question === 'read') {
        files = ask as Questions['read']['ask']
        outdated()
      }
      return channelFor(WORKER_FOR[question]).ask(question, ask, heed)
    },
    close: () => {
      for (const channel of channels.values()) channel.close()
    }
  }
}

function startWorker(): WorkerLike {
  return new Worker(new URL('./engine-worker.ts', import.meta.url), {
    type: 'module',
    name: 'truce'
  })
}
