import { describe, expect, it } from 'vitest'
import type { Rank } from '../../src/model/closed-lists.ts'
import type { Attendant } from '../../src/record/kinds/meeting-kinds.ts'
import { rungsOf } from '../../src/record/meetings/ladders.ts'
import { floorOfAttendant } from '../../src/record/meetings/rank-floor.ts'
import { Kept } from './kept.ts'

const range = (nation: string, rank: string, day = '2025-02-10') =>
  [...new Set(rungsOf({ nation, rank }, day).map(({ low, high }) => `${low} ${high}`))].sort()

describe('ladders', () => {
  it('have the grades of the published comparison, however a rank is spelled', () => {
    expect(range('RU', 'Полковник')).toEqual(['OF-5 OF-5'])
    expect(range('RU', 'General-mayor')).toEqual(['OF-6 OF-6', 'OF-6 OF-7'])
    expect(range('RU', 'генерал майор')).toEqual(range('RU', 'Major General'))
    expect(range('IN', 'Brigadier')).toEqual(['OF-6 OF-6'])
    expect(range('CN', 'Senior Colonel')).toEqual(['OF-5 OF-6'])
    expect(range('CN', '大校')).toEqual(['OF-5 OF-6'])
    expect(range('GB', 'Brigadier')).toEqual(['OF-6 OF-6'])
    expect(range('US', 'Brigadier General')).toEqual(['OF-6 OF-6'])
  })

  it('know no brigadier in Russia, nor in Ukraine before the law', () => {
    expect(range('RU', 'Brigadier General')).toEqual([])
    expect(range('UA', 'бригадний генерал', '2020-09-30')).toEqual([])
    expect(range('UA', 'бригадний генерал', '2020-10-01')).toEqual(['OF-6 OF-6'])
  })

  it('leave an old general of Ukraine his grade beside the new one of the same name', () => {
    expect(range('UA', 'генерал-майор', '2020-09-30')).toEqual(['OF-6 OF-6'])
    expect(range('UA', 'генерал-майор')).toEqual(['OF-6 OF-6', 'OF-7 OF-7'])
    expect(range('UA', 'генерал-полковник')).toEqual(['OF-8 OF-8'])
  })

  it('are of land forces: a captain of a navy is on none', () => {
    expect(rungsOf({ nation: 'GB', rank: 'Captain', service: 'Royal Navy' }, '2025-02-10')).toEqual(
      []
    )
  })
})

describe('a rank floor of OF-6', () => {
  const judged = (
    rank: string,
    [low, high, basis]: readonly [Rank, Rank, Attendant['grade']['basis']],
    more: Partial<Attendant> = {}
  ) => {
    const attendant: Attendant = {
      party: 'russia',
      as: 'party',
      rank,
      nation: 'RU',
      grade: { low, high, basis },
      ...more
    }
    const { verdict, hint } = floorOfAttendant(attendant, {
      floor: 'OF-6',
      others: ['ukraine'],
      day: '2025-02-10'
    })
    return [verdict, hint]
  }

  it('is reached by a Russian major general, not by a colonel who commands a brigade, with a hint', () => {
    expect(judged('генерал-майор', ['OF-6', 'OF-6', 'stars'])).toEqual(['satisfied', undefined])
    expect(judged('полковник', ['OF-5', 'OF-5', 'stars'])).toEqual(['not', undefined])
    const appointment = 'командир 64-й мотострелковой бригады'
    expect(judged('полковник', ['OF-5', 'OF-5', 'stars'], { appointment })).toEqual([
      'not',
      'functional-peer'
    ])
    const chief = 'chief of staff of a brigade'
    expect(judged('полковник', ['OF-5', 'OF-5', 'stars'], { appointment: chief })[1]).toBe(
      undefined
    )
  })

  it('is reached by equivalence only where the other side accepts it', () => {
    const senior = ['OF-5', 'OF-6', 'practice'] as const
    expect(judged('大校', senior, { nation: 'CN' })).toEqual(['not', 'not-accepted'])
    expect(judged('大校', senior, { nation: 'CN', acceptedBy: ['us'] })).toEqual([
      'not',
      'not-accepted'
    ])
    expect(judged('大校', senior, { nation: 'CN', acceptedBy: ['ukraine'] })[0]).toBe(
      'by-equivalence'
    )
    const function_ = ['OF-6', 'OF-6', 'function'] as const
    expect(judged('полковник', function_)).toEqual(['not', 'not-accepted'])
    expect(judged('полковник', function_, { acceptedBy: ['ukraine'] })[0]).toBe('by-equivalence')
  })

  it('believes a rank that no ladder has, and says so', () => {
    expect(judged('Oberst', ['OF-6', 'OF-6', 'law'], { nation: 'DE' })).toEqual([
      'satisfied',
      'unknown-rank'
    ])
  })
})

describe('the door', () => {
  it('refuses a grade that the ladder of the day does not have on that basis, and no other', async () => {
    const kept = await Kept.begin()
    const meeting = (rank: string, nation: string, grade: Attendant['grade']) => ({
      meeting: 'flag',
      due: kept.at(-120),
      started: kept.at(-120),
      ended: kept.at(-60),
      attendance: [{ party: 'russia', as: 'party', rank, nation, grade: { ...grade } }]
    })
    const refused = (...given: Parameters<typeof meeting>) =>
      kept.refused('us', 'meeting.held', meeting(...given))
    expect(await refused('полковник', 'RU', { low: 'OF-6', high: 'OF-6', basis: 'stars' })).toEqual(
      ['off-ladder']
    )
    expect(
      await refused('Senior Colonel', 'CN', { low: 'OF-6', high: 'OF-6', basis: 'practice' })
    ).toEqual(['off-ladder'])
    await kept.told(
      'us',
      'meeting.held',
      meeting('полковник', 'RU', { low: 'OF-6', high: 'OF-6', basis: 'function' })
    )
    await kept.told(
      'us',
      'meeting.held',
      meeting('генерал-майор', 'UA', { low: 'OF-6', high: 'OF-6', basis: 'law' })
    )
    await kept.told(
      'us',
      'meeting.held',
      meeting('Oberst', 'DE', { low: 'OF-6', high: 'OF-6', basis: 'law' })
    )
  })
})
