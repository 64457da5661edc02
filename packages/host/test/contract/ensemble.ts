import type { Chunk, Ensemble, EnsemblePlan, EnsembleRun } from '@truce/core'
import { describe, expect, it } from 'vitest'
import type { Counted, Counting } from '../counting.ts'
import { openCounting } from '../counting.ts'

/** An ensemble of counting, and what its set-ups have in common. */
export interface CountingEnsemble {
  readonly ensemble: Ensemble<Counting, Counted>
  readonly setup?: Partial<Counting>
}

const PLAN: EnsemblePlan<Counted> = { draws: 1050, chunk: 100 }

/** The parts as a plain loop over all draws makes them. */
const expected = Array.from({ length: 11 }, (_, index) => {
  const chunk: Chunk = { index, from: index * 100, count: index === 10 ? 50 : 100 }
  return [index, openCounting({ seed: 7 })(chunk)] as const
})

const partsOf = (run: EnsembleRun<Counted>): readonly (readonly [number, Counted])[] => [
  ...run.parts
]

/** What every implementation of the port keeps to. */
export function ensembleContract(name: string, of: () => CountingEnsemble): void {
  describe(name, () => {
    const setupOf = (): Counting => ({ seed: 7, ...of().setup })

    it('computes every chunk once, in order, with the same bits as any other', async () => {
      const handed: number[] = []
      const run = await of().ensemble.run(setupOf(), {
        ...PLAN,
        onPart: ({ index }) => handed.push(index)
      })
      expect(run).toMatchObject({ draws: 1050, complete: true })
      expect(partsOf(run)).toEqual(expected)
      expect(handed.toSorted((a, b) => a - b)).toEqual(expected.map(([index]) => index))
    })

    it('tells its progress from nothing to all, never backwards', async () => {
      const told: number[] = []
      await of().ensemble.run(setupOf(), {
        ...PLAN,
        onProgress: (done, all) => told.push(done, all)
      })
      const done = told.filter((_one, at) => at % 2 === 0)
      expect(new Set(told.filter((_one, at) => at % 2 === 1))).toEqual(new Set([1050]))
      expect([done.at(0), done.at(-1), done.length]).toEqual([0, 1050, 12])
      expect(done).toEqual(done.toSorted((a, b) => a - b))
    })

    it('leaves a partial run when cancelled, which a later run completes to the same whole', async () => {
      const cancel = new AbortController()
      const partial = await of().ensemble.run(setupOf(), {
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
      const whole = await of().ensemble.run(setupOf(), {
        ...PLAN,
        done: structuredClone(partial.parts),
        onPart: ({ index }) => computed.push(index),
        onProgress: (done) => told.push(done)
      })
      expect(partsOf(whole)).toEqual(expected)
      expect(whole.complete).toBe(true)
      // A worker elsewhere may hand in what it had in hand just as the run is taken up again.
      expect(told[0]).toBeGreaterThanOrEqual(partial.draws)
      expect(computed.filter((index) => partial.parts.has(index))).toEqual([])
    })

    it('starts nothing when it is cancelled beforehand, and nothing when all is done', async () => {
      const none = await of().ensemble.run(
        { ...setupOf(), failsAt: 0 },
        { ...PLAN, signal: AbortSignal.abort() }
      )
      expect([none.parts.size, none.draws, none.complete]).toEqual([0, 0, false])
      const all = await of().ensemble.run(
        { ...setupOf(), failsAt: 0 },
        { ...PLAN, done: new Map(expected) }
      )
      expect([partsOf(all), all.complete]).toEqual([expected, true])
    })

    it('says which draws could not be computed, and why, once', async () => {
      const handed: number[] = []
      const failing = of().ensemble.run(
        { ...setupOf(), failsAt: 420 },
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
      await expect(of().ensemble.run(setupOf(), { ...PLAN, onPart: keep })).rejects.toThrow(
        /^the disk is full$/
      )
    })
  })
}
