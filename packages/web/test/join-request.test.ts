import { base64 } from '@truce/core/log'
import { expect, test } from 'vitest'
import type { JoinRequest } from '../src/rooms/record/join-request.ts'
import { readRequest, requestText } from '../src/rooms/record/join-request.ts'

const REQUEST: JoinRequest = {
  record: 'drill.01',
  party: 'east',
  role: 'field',
  name: 'second patrol',
  publicKey: base64(new Uint8Array(32).fill(7))
}
const HEAD = { record: 'drill.01', party: 'east' }

test('a request is read as it was written', () => {
  expect(readRequest(`  ${requestText(REQUEST)}\n`, HEAD)).toEqual({ request: REQUEST })
  expect(readRequest(REQUEST.publicKey, HEAD)).toBeUndefined()
})

test.each([
  ['form', requestText(REQUEST).slice(0, -1)],
  ['form', requestText({ ...REQUEST, role: 'operator' })],
  ['form', '{}'],
  ['key', requestText({ ...REQUEST, publicKey: 'AAAA' })],
  ['record', requestText({ ...REQUEST, record: 'drill.02' })],
  ['party', requestText({ ...REQUEST, party: 'west' })]
])('what no head of this delegation can accept is told: %s', (wrong, text) =>
  expect(readRequest(text, HEAD)).toEqual({ wrong })
)
