import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import type { SSEStreamingApi } from 'hono/streaming'
import { streamSSE } from 'hono/streaming'
import { Refusal } from '../refusal.ts'
import { id } from '../schemas.ts'
import type { Sources } from './route.ts'
import { refusals } from './route.ts'

const MOST = 100
const BREATH = 25_000

const following = createRoute({
  method: 'get',
  path: '/api/cases/{id}/events',
  summary:
    'Server-sent events: `open` at once, `changed` for every new newest version, saved here or made outside',
  request: { params: z.strictObject({ id }) },
  responses: {
    200: {
      description: 'data: {id, version, hash, origin}',
      content: { 'text/event-stream': { schema: z.string() } }
    },
    ...refusals
  }
})

/** Tells a page that its case has changed. */
export function eventRoutes(app: OpenAPIHono, sources: Sources): void {
  let open = 0
  app.openapi(following, async (context) => {
    const one = context.req.valid('param').id
    const { version, hash } = await sources.workspace.read(one)
    if (open >= MOST)
      throw new Refusal(503, 'busy', {
        message: 'too many pages follow cases already',
        help: 'close some of them'
      })
    open++
    return streamSSE(context, async (stream) => {
      try {
        await tell(stream, 'open', { id: one, version, hash })
        await follow(one, sources, stream)
      } finally {
        open--
      }
    })
  })
}

/** Until the page goes or the server ends. */
async function follow(
  one: string,
  { workspace, ending }: Sources,
  stream: SSEStreamingApi
): Promise<void> {
  const stop = await workspace.follow(one, (change) => void tell(stream, 'changed', change))
  // A line now and then shows both ends that the other is still there.
  const breath = setInterval(() => void stream.write(': \n\n'), BREATH)
  await new Promise<void>((resolve) => {
    stream.onAbort(resolve)
    ending.addEventListener('abort', () => resolve(), { once: true })
    if (ending.aborted || stream.aborted) resolve()
  })
  clearInterval(breath)
  stop()
}

const tell = (stream: SSEStreamingApi, event: string, data: object): Promise<void> =>
  stream.writeSSE({ event, data: JSON.stringify(data) })
