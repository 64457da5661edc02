import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { get, Refused } from '../../src/state/api.ts'

test('what is not ready yet is asked for again when the server says so, and else told', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { url = '' } = request
    asked.push(url)
    const isFirst = asked.filter((one) => one === url).length === 1
    const later = url === '/long' && isFirst
    response.writeHead(url === '/away' || later ? 503 : 200, {
      'content-type': 'application/json',
      ...(later && { 'retry-after': '1' })
    })
    const error = { code: 'x', message: 'not now', help: '' }
    response.end(JSON.stringify(response.statusCode === 503 ? { error } : { size: 3 }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const page = window as unknown as { happyDOM: { setURL: (url: string) => void } }
  page.happyDOM.setURL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  expect(await get('/long')).toEqual({ size: 3 })
  await expect(get('/away')).rejects.toThrow(Refused)
  expect(asked).toEqual(['/long', '/long', '/away'])
  server.close()
})
