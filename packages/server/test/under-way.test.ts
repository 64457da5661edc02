import { expect, test } from 'vitest'
import { UnderWay } from '../src/listen.ts'

test('whoever closes waits for answers whose asker has gone, and for those that fail', async () => {
  const answers = new UnderWay()
  const [slow, failing] = [Promise.withResolvers<Response>(), Promise.withResolvers<Response>()]
  const follow = answers.follow((which: 'slow' | 'failing' | 'at once') =>
    which === 'at once' ? new Response() : { slow, failing }[which].promise
  )
  expect(follow('at once')).toBeInstanceOf(Response)
  await answers.settled()
  const asked = [follow('slow'), follow('failing')]
  let closed = false
  const closing = answers.settled().then(() => {
    closed = true
  })
  failing.reject(new Error('the disk is full'))
  await expect(asked[1]).rejects.toThrow('the disk is full')
  await new Promise((resolve) => setImmediate(resolve))
  expect(closed).toBe(false)
  const answer = new Response('done')
  slow.resolve(answer)
  expect(await asked[0]).toBe(answer)
  await closing
  expect(closed).toBe(true)
})
