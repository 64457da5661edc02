import { describe, expect, it } from 'vitest'
import { zoned } from '../../core/test/oracle/zoned.ts'
import { dayOf, instantIn, localIn } from '../src/rooms/record/zone-time.ts'

const ZONES = ['UTC', 'Europe/Kyiv', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia']

/** Instants of a year an hour and some minutes apart, and those around both changes of the clocks. */
const INSTANTS = [
  ...Array.from({ length: 400 }, (_, n) => Date.UTC(2025, 0, 1) + n * 79_260_000),
  ...Array.from({ length: 16 }, (_, n) => Date.UTC(2025, 2, 29, 20) + n * 1_800_000),
  ...Array.from({ length: 16 }, (_, n) => Date.UTC(2025, 9, 25, 20) + n * 1_800_000)
].map((ms) => ms - (ms % 60_000))

describe('times on the clocks of a zone', () => {
  it.each(ZONES)('are those of the zone, there and back, in %s', (zone) => {
    for (const ms of INSTANTS) {
      const wanted = zoned(ms, zone)
      const local = localIn(ms, zone)
      expect(local).toBe(wanted.local)
      // of an hour that comes twice, the first
      expect(instantIn(local, zone)).toBe(wanted.first)
      const { from, to } = dayOf(ms, zone)
      expect([from, to]).toEqual(wanted.day)
    }
  })

  it('that never are have no instant', () => {
    expect(instantIn('2025-03-30T03:30', 'Europe/Kyiv')).toBeUndefined()
    expect(instantIn('yesterday', 'Europe/Kyiv')).toBeUndefined()
    expect(instantIn('', 'UTC')).toBeUndefined()
  })
})
