import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Gathering } from '../../src/database/gathering.ts'

/** Loads that end when they are told to, and how things stood when each began. */
class Loads {
  /** What is true at the moment. */
  now = 0
  readonly begun: { readonly keys: readonly string[]; readonly end: (failed?: boolean) => void }[] =
    []
  readonly gathering = new Gathering<string, number>((keys) => {
    const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<string, number>>()
    const { now } = this
    const found = new Map(keys.filter((key) => key !== 'none').map((key) => [key, now]))
    const end = (failed = false): void => (failed ? reject(new Error('away')) : resolve(found))
    this.begun.push({ keys, end })
    return promise
  })
}

const turn = () => new Promise((done) => setImmediate(done))

describe('what is gathered', () => {
  it('in one turn goes together, each key once, and what is not found is undefined', async () => {
    const { gathering, begun } = new Loads()
    const all = ['a', 'b', 'a', 'none'].map((key) => gathering.ask(key))
    await turn()
    expect(begun.map(({ keys }) => keys)).toEqual([['a', 'b', 'none']])
    begun[0]?.end()
    expect(await Promise.all(all)).toEqual([0, 0, 0, undefined])
  })

  it('fails for those who asked, and for nobody who asks later', async () => {
    const { gathering, begun } = new Loads()
    const failed = gathering.ask('a')
    await turn()
    begun[0]?.end(true)
    await expect(failed).rejects.toThrow('away')
    const again = gathering.ask('a')
    await turn()
    begun[1]?.end()
    expect(await again).toBe(0)
  })

  it('is never what was true before it was asked, however many ask and however loads end', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.nat(3), fc.constant('change'))),
        async (steps) => {
          const loads = new Loads()
          const asked: Promise<void>[] = []
          const open = new Set<number>()
          for (const step of steps) {
            if (step === 'change') loads.now++
            else if (typeof step === 'string') {
              const { now } = loads
              asked.push(
                loads.gathering.ask(step).then((found) => {
                  expect(found).toBeGreaterThanOrEqual(now)
                })
              )
            } else {
              await turn()
              const waiting = [...loads.begun.keys()].filter((nth) => !open.has(nth))
              expect(waiting.length).toBeLessThanOrEqual(3)
              const nth = waiting[step % Math.max(1, waiting.length)]
              if (nth !== undefined) loads.begun[open.add(nth) && nth]?.end()
            }
          }
          for (let nth = 0; nth < 2 * steps.length + 1; nth++) {
            await turn()
            loads.begun[nth]?.end()
          }
          await Promise.all(asked)
        }
      ),
      { numRuns: 100 }
    ))
})
