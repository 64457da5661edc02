import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Presence } from '../src/state/presence.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('looks for a server that is away until it is there, and says both once', async () => {
  const server = { up: false, knocks: 0 }
  const presence = new Presence(async () => {
    server.knocks++
    if (!server.up) throw new Error('nobody')
  })
  const heard: boolean[] = []
  presence.subscribe(() => heard.push(presence.isAway()))
  presence.lost()
  presence.lost()
  await vi.advanceTimersByTimeAsync(10_000)
  expect([heard, server.knocks]).toEqual([[true], 3])
  server.up = true
  await vi.advanceTimersByTimeAsync(3000)
  expect(heard).toEqual([true, false])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(server.knocks).toBe(4)
})
