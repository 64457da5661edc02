import { expect, it } from 'vitest'
import { Ahead } from '../src/state/ahead.ts'

/** Work that ends when it is told to, and what was begun of it. */
function begun(): {
  readonly signals: AbortSignal[]
  readonly work: (signal: AbortSignal) => Promise<unknown>
  readonly fail: () => void
} {
  const signals: AbortSignal[] = []
  let fail = (): void => undefined
  const work = (signal: AbortSignal): Promise<unknown> => {
    signals.push(signal)
    return new Promise((_, reject) => {
      fail = () => reject(new Error('gone'))
    })
  }
  return { signals, work, fail: () => fail() }
}

const ended = (signals: readonly AbortSignal[]): readonly boolean[] =>
  signals.map(({ aborted }) => aborted)

it('begins work on a thing once, and ends it for another', () => {
  const [ahead, { signals, work }] = [new Ahead(), begun()]
  ahead.begin('one', work)
  ahead.begin('one', work)
  expect(ended(signals)).toEqual([false])
  ahead.begin('other', work)
  expect(ended(signals)).toEqual([true, false])
  ahead.end()
  expect(ended(signals)).toEqual([true, true])
  ahead.begin('other', work)
  expect(ended(signals)).toEqual([true, true, false])
})

it('begins again what failed', async () => {
  const [ahead, { signals, work, fail }] = [new Ahead(), begun()]
  ahead.begin('one', work)
  fail()
  await new Promise((resolve) => setTimeout(resolve))
  ahead.begin('one', work)
  expect(signals).toHaveLength(2)
})

it('takes work that fails before it has begun for failed work', async () => {
  const [ahead, { signals, work }] = [new Ahead(), begun()]
  ahead.begin('one', () => {
    throw new Error('no texts')
  })
  await new Promise((resolve) => setTimeout(resolve))
  ahead.begin('one', work)
  expect(signals).toHaveLength(1)
})

it('a failure of what was ended leaves what came after it alone', async () => {
  const [ahead, { signals, work, fail }] = [new Ahead(), begun()]
  ahead.begin('one', work)
  const failsLater = fail
  ahead.begin('other', () => new Promise(() => undefined))
  failsLater()
  await new Promise((resolve) => setTimeout(resolve))
  ahead.begin('other', work)
  expect(signals).toHaveLength(1)
})
