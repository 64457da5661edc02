import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../src/refusal.ts'
import { Streams } from '../src/routes/streams.ts'

describe('streams', () => {
  it('are so many for each person of a team, and more for those who share one person’s server', async () => {
    const streams = new Streams(3, 2)
    const ending = new AbortController()
    const app = new Hono()
    app.onError((error) => {
      if (error instanceof Refusal) return Response.json(error.code, { status: error.status })
      throw error
    })
    app.get('/:asker?', (context) =>
      streams.answer(
        context,
        { first: {}, ending: ending.signal, asker: context.req.param('asker') ?? '' },
        async () => () => undefined
      )
    )
    const opened = async (path: string, times: number) => {
      const answers = []
      for (let time = 0; time < times; time++) answers.push(await app.request(path))
      return answers.map(({ status }) => status)
    }
    expect(await opened('/ada', 3)).toEqual([200, 200, 503])
    expect(await opened('/bo', 1)).toEqual([200])
    expect(await opened('/', 4)).toEqual([200, 200, 200, 503])
    ending.abort()
  })
})
