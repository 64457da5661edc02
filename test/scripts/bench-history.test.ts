import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type Figure, figure, GATHERED_IN } from '../../bench/figures.ts'
import { append, type Entry, historyAt, lastOf, machine, worsened } from '../../bench/history.ts'

const folder = mkdtempSync(join(tmpdir(), 'truce-history-'))
const path = join(folder, 'history.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const here = { cpu: 'A', cores: 2, platform: 'linux x64', node: 'v24.9.0' }
const time = (value: number, name = 'time'): Figure => ({ name, value, unit: 's', better: 'less' })
const entry = (figures: readonly Figure[], on = here): Entry => ({
  date: '2031-02-03T04:05:06',
  commit: 'abc',
  machine: on,
  figures
})

describe('a figure', () => {
  afterEach(() => {
    delete process.env[GATHERED_IN]
  })

  it('is within its floor below it, or from it on where more is better', () => {
    expect(figure({ ...time(1), floor: 2 })).toBe(true)
    expect(figure({ ...time(2), floor: 2 })).toBe(false)
    expect(figure({ ...time(2), floor: 2, better: 'more' })).toBe(true)
    expect(figure({ ...time(1), floor: 2, better: 'more' })).toBe(false)
    expect(figure(time(1e9))).toBe(true)
  })

  it('is handed to the run', () => {
    const gathered = join(folder, 'figures')
    process.env[GATHERED_IN] = gathered
    figure({ name: 'time', value: 1.23456789, unit: 's', floor: 2 })
    figure({ name: 'rate', value: 3, unit: 'a second', better: 'more' })
    expect(
      readFileSync(gathered, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    ).toEqual([
      { name: 'time', value: 1.23457, unit: 's', floor: 2, better: 'less' },
      { name: 'rate', value: 3, unit: 'a second', better: 'more' }
    ])
  })
})

describe('the history', () => {
  it('keeps every run, a line for each figure', () => {
    const entries = [entry([time(1), time(2, 'other')]), entry([time(3)])]
    for (const one of entries) append(path, one)
    expect(historyAt(path)).toEqual(entries)
    expect(
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.includes('"name"'))
    ).toHaveLength(3)
    expect(historyAt(join(folder, 'none'))).toEqual([])
  })

  it('knows the last figure of a name on a machine of the same class', () => {
    const entries = [
      entry([time(1), time(7, 'seldom')]),
      entry([time(2)], { ...here, node: 'v24.10.1' }),
      entry([time(3)], { ...here, cpu: 'B' }),
      entry([time(4)], { ...here, cores: 4 }),
      entry([time(5)], { ...here, node: 'v25.0.0' })
    ]
    const figures = [time(9), time(9, 'seldom'), time(9, 'new')]
    const found = lastOf(entries, { machine: here, figures })
    expect([...found].map(([name, { value }]) => [name, value]).sort()).toEqual([
      ['seldom', 7],
      ['time', 2]
    ])
  })

  it('tells what got worse by more than a fifth, worst first', () => {
    const before = new Map(
      [
        time(10, 'a'),
        time(10, 'b'),
        { ...time(10, 'c'), better: 'more' } as const,
        time(0, 'd')
      ].map((one) => [one.name, one])
    )
    const now = [
      time(12, 'a'),
      time(13, 'b'),
      { ...time(4, 'c'), better: 'more' } as const,
      time(1, 'd')
    ]
    const worse = worsened(now, before).map(({ now: { name }, by }) => [
      name,
      Number(by.toFixed(2))
    ])
    expect(worse).toEqual([
      ['c', 0.6],
      ['b', 0.3]
    ])
    expect(
      worsened([time(5, 'b'), { ...time(99, 'a'), unit: 'ms' }, time(99, 'new')], before)
    ).toEqual([])
  })

  it('says on which machine it was measured', () => {
    expect(machine()).toMatchObject({ node: process.version, cores: expect.any(Number) })
  })
})
