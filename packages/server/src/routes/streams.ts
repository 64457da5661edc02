import type { Context } from 'hono'
import type { SSEStreamingApi } from 'hono/streaming'
import { streamSSE } from 'hono/streaming'
import { Refusal } from '../refusal.ts'

/** A line now and then shows both ends that the other is still there. */
const BREATH = 25_000

/** Tells one listener something. */
export type Tell = (event: string, data: object) => void

/** Streams of server-sent events, so many at once. */
export class Streams {
  private readonly most: number
  private readonly ending: AbortSignal
  private open = 0

  constructor(most: number, ending: AbortSignal) {
    this.most = most
    this.ending = ending
  }

  /**
   * A stream that says `first` at once and then what `follow` tells, until the page goes or the
   * server ends; what `follow` resolves to ends the following.
   */
  answer(
    context: Context,
    first: object,
    follow: (tell: Tell) => Promise<() => void>
  ): Response | Promise<Response> {
    if (this.open >= this.most)
      throw new Refusal(503, 'busy', {
        message: 'too many pages follow this already',
        help: 'close some of them'
      })
    this.open++
    return streamSSE(context, async (stream) => {
      try {
        await tell(stream, 'open', first)
        const stop = await follow((event, data) => void tell(stream, event, data))
        await this.end(stream)
        stop()
      } finally {
        this.open--
      }
    })
  }

  private async end(stream: SSEStreamingApi): Promise<void> {
    const { ending } = this
    const breath = setInterval(() => void stream.write(': \n\n'), BREATH)
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve)
      ending.addEventListener('abort', () => resolve(), { once: true })
      if (ending.aborted || stream.aborted) resolve()
    })
    clearInterval(breath)
  }
}

const tell = (stream: SSEStreamingApi, event: string, data: object): Promise<void> =>
  stream.writeSSE({ event, data: JSON.stringify(data) })
