import { Channel } from './channel.ts'
import { earlyReader } from './early.ts'
import type { WorkerLike } from './port.ts'
import type { Engine, Question, Questions } from './protocol.ts'

/** Who answers what: no long computation is to stand in the way of a quick one. */
const WORKER_FOR = {
  read: 'quick',
  trial: 'quick',
  merge: 'quick',
  judge: 'quick',
  repairs: 'deep',
  check: 'deep',
  bargaining: 'deep',
  stability: 'deep',
  strategy: 'deep',
  forecast: 'deep',
  plan: 'deep',
  zones: 'deep',
  positions: 'deep',
  review: 'deep',
  draft: 'deep',
  timetable: 'deep',
  calendar: 'deep',
  study: 'slow',
  acceptance: 'slow'
} as const satisfies Record<Question, string>

type Place = (typeof WORKER_FOR)[Question]

/** The names by which a worker knows what it does once it has read a case. */
const NAME_OF = { quick: 'truce', deep: 'truce-long', slow: 'truce-long' } as const

/**
 * Milliseconds after which another worker reads the case, where the one that had read it took on
 * what takes a moment: until then the processor is drawing the room that asked.
 */
const CALM = 4000

/**
 * The engine: a worker for what must be quick and, from the first time they are needed, one for
 * what takes a moment and one for what takes long. A room that begins with what takes a moment is
 * answered by the worker that has read the case; another one is quick from then on.
 */
export function openEngine(start: (name: string) => WorkerLike = startWorker): Engine {
  const begun = (place: Place): Channel => new Channel(() => start(NAME_OF[place]))
  const reader = new Channel(() => earlyReader() ?? start(NAME_OF.quick))
  const channels = new Map<Place, Channel>([['quick', reader]])
  /** Whether the reader has read, and was asked nothing since. */
  let isFree = false
  let isAsked = false
  let closed = false
  let restoring: ReturnType<typeof setTimeout> | undefined
  let files: Questions['read']['ask'] | undefined
  /** Workers that have not read the newest texts: they do when they are next asked something. */
  const behind = new Set<Place>()
  const channelFor = (place: Place): Channel => {
    const channel = channels.get(place) ?? begun(place)
    if (!channels.has(place)) behind.add(place)
    channels.set(place, channel)
    if (behind.delete(place) && files) channel.ask('read', files).catch(() => {})
    return channel
  }
  const takeOver = (place: Place): void => {
    channels.set(place, reader)
    channels.delete('quick')
  }
  const restoreLater = (): void => {
    restoring = setTimeout(() => void (closed || channelFor('quick')), CALM)
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
        files = undefined
        outdated()
        const answer = channelFor('quick').ask(question, ask, heed)
        files = ask as Questions['read']['ask']
        const free = (): void => {
          isFree = !isAsked
        }
        answer.then(free, () => {})
        return answer
      }
      const place = WORKER_FOR[question]
      const takes = isFree && place === 'deep'
      if (takes) takeOver(place)
      isAsked = true
      isFree = false
      const answer = channelFor(place).ask(question, ask, heed)
      if (takes) answer.then(restoreLater, restoreLater)
      return answer
    },
    foresee: (asks) => {
      // What is not there yet, or has not read the newest texts, has better to do.
      if (!behind.has('quick')) channels.get('quick')?.foresee(asks)
    },
    known: (question, ask) => channels.get(WORKER_FOR[question])?.known(question, ask),
    close: () => {
      closed = true
      clearTimeout(restoring)
      for (const channel of channels.values()) channel.close()
    }
  }
}

function startWorker(name: string): WorkerLike {
  return new Worker(new URL('./engine-worker.ts', import.meta.url), {
    type: 'module',
    name
  })
}
