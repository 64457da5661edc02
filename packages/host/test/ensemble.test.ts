import type { Chunk, Ensemble, EnsemblePlan, EnsembleRun } from '@truce/core'
import { describe, expect, it } from 'vitest'
import { inProcess } from '../src/ensemble.ts'
import { onThreads } from '../src/ensemble-threads.ts'
import type { Counted, Counting } from './counting.ts'
import { openCounting } from './counting.ts'

const WORKER = new URL('./counting-worker.ts', import.meta.url)
const SETUP: Counting = { seed: 7 }
const PLAN: EnsemblePlan<Counted> = { draws: 1050, chunk: 100 }

/** Every implementation of the port, each with the number of its workers. */
const ensembles: readonly (readonly [string, Ensemble<Counting, Counted>])[] = [
  ['in this thread', inProcess(openCounting)],
  ...[1, 2, 3].map(
    (workers) =>
      [`on ${workers} worker threads`, onThreads<Counting, Counted>(WORKER, workers)] as const
  )
]

/** The parts as a plain loop over all draws makes them. */
const expected = Array.from({ length: 11 }, (_, index) => {
  const chunk: Chunk = { index, from: index * 100, count: index === 10 ? 50 : 100 }
  return [index, openCounting(SETUP)(chunk)] as const
})

const partsOf = (run: EnsembleRun<Counted>): readonly (readonly [number, Counted])[] => [
  ...run.parts
]

describe.each(ensembles)('an ensemble %s', (_, ensemble) => {
  it('computes every chunk once, in order, with the same bits as any other', async () => {
    const handed: number[] = []
    const run = await ensemble.run(SETUP, { ...PLAN, onPart: ({ index }) => handed.push(index) })
    expect(run).toMatchObject({ draws: 1050, complete: true })
    expect(partsOf(run)).toEqual(expected)
    expect(handed.toSorted((a, b) => a - b)).toEqual(expected.map(([index]) => index))
  })

  it('tells its progress from nothing to all, never backwards', async () => {
    const told: number[] = []
    await ensemble.run(SETUP, { ...PLAN, onProgress: (done, all) => told.push(done, all) })
    const done = told.filter((_one, at) => at % 2 === 0)
    expect(new Set(told.filter((_one, at) => at % 2 === 1))).toEqual(new Set([1050]))
    expect([done.at(0), done.at(-1), done.length]).toEqual([0, 1050, 12])
    expect(done).toEqual(done.toSorted((a, b) => a - b))
  })

  it('leaves a partial run when cancelled, which a later run completes to the same whole', async () => {
    const cancel = new AbortController()
    const partial = await ensemble.run(SETUP, {
      ...PLAN,
      signal: cancel.signal,
      onProgress: (done) => done >= 300 && cancel.abort()
    })
    expect(partial.complete).toBe(false)
    expect(partial.draws).toBeGreaterThanOrEqual(300)
    expect(partial.draws).toBeLessThan(1050)
    expect(partial.draws).toBe(partial.parts.size * 100)
    const computed: number[] = []
    const told: number[] = []
    const whole = await ensemble.run(SETUP, {
      ...PLAN,
      done: structuredClone(partial.parts),
      onPart: ({ index }) => computed.push(index),
      onProgress: (done) => told.push(done)
    })
    expect(partsOf(whole)).toEqual(expected)
    expect([whole.complete, told[0]]).toEqual([true, partial.draws])
    expect(computed.filter((index) => partial.parts.has(index))).toEqual([])
  })

  it('starts nothing when it is cancelled beforehand, and nothing when all is done', async () => {
    const none = await ensemble.run(
      { ...SETUP, failsAt: 0 },
      { ...PLAN, signal: AbortSignal.abort() }
    )
    expect([none.parts.size, none.draws, none.complete]).toEqual([0, 0, false])
    const all = await ensemble.run({ ...SETUP, failsAt: 0 }, { ...PLAN, done: new Map(expected) })
    expect([partsOf(all), all.complete]).toEqual([expected, true])
  })

  it('says which draws could not be computed, and why, once', async () => {
    const handed: number[] = []
    const failing = ensemble.run(
      { ...SETUP, failsAt: 420 },
      { ...PLAN, onPart: ({ index }) => handed.push(index) }
    )
    await expect(failing).rejects.toThrow(
      /^draws 401 to 500 could not be computed: the abacus broke$/
    )
    expect(handed).toEqual(expect.arrayContaining([0, 1]))
    expect(handed).not.toContain(4)
  })

  it('fails with what is wrong when a finished part cannot be kept', async () => {
    const keep = (): never => {
      throw new Error('the disk is full')
    }
    await expect(ensemble.run(SETUP, { ...PLAN, onPart: keep })).rejects.toThrow(
      /^the disk is full$/
    )
  })
})

it('a worker that ends in the middle of a chunk is an error of that chunk', async () => {
  const ensemble = onThreads<Counting, Counted>(WORKER, 2)
  await expect(ensemble.run({ ...SETUP, exitsAt: 420 }, PLAN)).rejects.toThrow(
    /^draws 401 to 500 could not be computed: /
  )
})
