import type { Context } from 'hono'
import type { SSEStreamingApi } from 'hono/streaming'
import { streamSSE } from 'hono/streaming'
import { Refusal } from '../refusal.ts'

/** A line now and then shows both ends that the other is still there. */
const BREATH = 25_000

/** Tells one listener something. */
export type Tell = (event: string, data: object) => void

/** What a stream says at once, when it ends by itself, and for whom it is. */
export interface Streamed {
  readonly first: object
  readonly ending: AbortSignal
  /** Nobody's streams take the place of another's. */
  readonly asker?: string
}

/** Streams of server-sent events, so many at once for each who asks. */
export class Streams {
  /** How many are open in this process. */
  static openNow = 0
  private readonly most: number
  private readonly mostOfPerson: number
  private readonly open = new Map<string, number>()

  /** At most so many for all who use one person's server, and for each person of a team's. */
  constructor(most: number, mostOfPerson = most) {
    this.most = most
    this.mostOfPerson = mostOfPerson
  }

  /**
   * A stream that says `first` at once and then what `follow` tells, until the page goes or it is
   * to end; what `follow` resolves to ends the following.
   */
  answer(
    context: Context,
    { first, ending, asker = '' }: Streamed,
    follow: (tell: Tell) => Promise<() => void>
  ): Response | Promise<Response> {
    const open = this.open.get(asker) ?? 0
    if (open >= (asker === '' ? this.most : this.mostOfPerson))
      throw new Refusal(503, 'busy', {
        message: 'too many pages follow this already',
        help: 'close some of them'
      })
    this.open.set(asker, open + 1)
    Streams.openNow++
    return streamSSE(context, async (stream) => {
      try {
        await tell(stream, 'open', first)
        const stop = await follow((event, data) => void tell(stream, event, data))
        await ended(stream, ending)
        stop()
      } finally {
        this.close(asker)
      }
    })
  }

  private close(asker: string): void {
    Streams.openNow--
    const left = (this.open.get(asker) ?? 1) - 1
    if (left > 0) this.open.set(asker, left)
    else this.open.delete(asker)
  }
}

/** Waits until the page goes or the stream is to end. */
async function ended(stream: SSEStreamingApi, ending: AbortSignal): Promise<void> {
  const breath = setInterval(() => void stream.write(': \n\n'), BREATH)
  await new Promise<void>((resolve) => {
    stream.onAbort(resolve)
    ending.addEventListener('abort', () => resolve(), { once: true })
    if (ending.aborted || stream.aborted) resolve()
  })
  clearInterval(breath)
}

const tell = (stream: SSEStreamingApi, event: string, data: object): Promise<void> =>
  stream.writeSSE({ event, data: JSON.stringify(data) })
