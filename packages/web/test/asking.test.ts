import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Heed } from '../src/engine/protocol.ts'
import { Superseded } from '../src/engine/protocol.ts'
import type { Wanted } from '../src/ui/asking.ts'
import { Asking, keyOf } from '../src/ui/asking.ts'

/** A question as it was put, to be answered by hand. */
interface Put {
  readonly ask: string
  readonly heed: Heed
  readonly answer: () => void
  readonly fail: (reason: Error) => void
  open: boolean
}

/** A desk whose answers are given by hand; a question that is aborted rejects as in the engine. */
function desk() {
  const put: Put[] = []
  let heard = 0
  const asking = new Asking<string, string>({
    ask: (ask, heed) =>
      new Promise((resolve, reject) => {
        const one: Put = {
          ask,
          heed,
          open: true,
          answer: () => end(() => resolve(`answer to ${ask}`)),
          fail: (reason) => end(() => reject(reason))
        }
        const end = (how: () => void): void => {
          one.open = false
          how()
        }
        heed.signal?.addEventListener('abort', () => end(() => reject(new Superseded())))
        put.push(one)
      }),
    changed: () => heard++
  })
  const answerAll = async (): Promise<void> => {
    for (let one = put.find(({ open }) => open); one; one = put.find(({ open }) => open)) {
      one.answer()
      await settled()
    }
  }
  return { asking, put, answerAll, asked: () => put.map(({ ask }) => ask), heard: () => heard }
}

const settled = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve))
const CASE = {}
const column = (name: string, of = name): Wanted<string> => ({
  slot: name,
  rounds: [`${of} roughly`, `${of} exactly`]
})

describe('asking', () => {
  test('what the reader stops is ended and not begun again until it is asked for; the rest goes on', async () => {
    const { asking, put, answerAll, asked } = desk()
    const [a, b] = [column('a'), column('b')]
    asking.want([a, b], { about: CASE })
    asking.leave(a)
    expect([put[0]?.heed.signal?.aborted, asking.known(a, CASE)]).toMatchObject([
      true,
      { stopped: true, pending: false, answer: undefined }
    ])
    await answerAll()
    expect(asked()).toEqual(['a roughly', 'b roughly', 'b exactly'])
    asking.again(a)
    await answerAll()
    expect(asking.known(a, CASE)).toMatchObject({ stopped: false, answer: 'answer to a exactly' })
  })

  test('what was found before it is asked for is there at once, and only the better answer is asked for', async () => {
    const asked: string[] = []
    const asking = new Asking<string, string>({
      ask: async (ask) => {
        asked.push(ask)
        return `answer to ${ask}`
      },
      foreknown: (ask) => (ask === 'b roughly' ? 'found before' : undefined),
      changed: () => {}
    })
    asking.want([column('a')], { about: CASE })
    await settled()
    expect(asking.known(column('b'), CASE)).toMatchObject({
      answer: 'found before',
      stale: false,
      pending: true
    })
    asking.want([column('b')], { about: CASE })
    await settled()
    expect(asked).toEqual(['a roughly', 'a exactly', 'b exactly'])
    expect(asking.known(column('b'), CASE)).toMatchObject({
      answer: 'answer to b exactly',
      pending: false
    })
  })

  test('the first round of everything comes before the second of anything', async () => {
    const { asking, answerAll, asked } = desk()
    asking.want([column('a'), column('b')], { about: CASE })
    await answerAll()
    expect(asked()).toEqual(['a roughly', 'b roughly', 'a exactly', 'b exactly'])
    expect(asking.known(column('b'), CASE)).toEqual({
      answer: 'answer to b exactly',
      stale: false,
      stopped: false,
      pending: false,
      error: undefined,
      progress: 0
    })
  })

  test('what is newly wanted pushes aside a later round, which is asked again afterwards', async () => {
    const { asking, put, answerAll, asked } = desk()
    asking.want([column('a')], { about: CASE })
    put[0]?.answer()
    await settled()
    asking.want([column('a'), column('b')], { about: CASE })
    expect(put.map(({ ask, heed }) => [ask, heed.signal?.aborted])).toEqual([
      ['a roughly', false],
      ['a exactly', true],
      ['b roughly', false]
    ])
    await answerAll()
    expect(asked().slice(3)).toEqual(['a exactly', 'b exactly'])
    expect(asking.known(column('a'), CASE)).toMatchObject({ pending: false, error: undefined })
  })

  test('a rough question that is still wanted is waited for, one that is not is dropped', () => {
    const { asking, put, asked } = desk()
    asking.want([column('a')], { about: CASE })
    asking.want([column('b'), column('a')], { about: CASE })
    expect(asked()).toEqual(['a roughly'])
    asking.want([column('b')], { about: CASE })
    expect([put[0]?.heed.signal?.aborted, ...asked()]).toEqual([true, 'a roughly', 'b roughly'])
  })

  test('the last answer stays while the next is worked out, and is said to be of another question', async () => {
    const { asking, answerAll } = desk()
    asking.want([column('a', 'one')], { about: CASE })
    await answerAll()
    asking.want([column('a', 'two')], { about: CASE })
    const waiting = asking.known(column('a', 'two'), CASE)
    expect(waiting).toMatchObject({ answer: 'answer to one exactly', stale: true, pending: true })
    await answerAll()
    const later = asking.known(column('a', 'two'), CASE)
    expect(later).toMatchObject({ answer: 'answer to two exactly', stale: false, pending: false })
  })

  test('nothing is asked twice about one case, and everything again about another', async () => {
    const { asking, answerAll, asked } = desk()
    asking.want([column('a')], { about: CASE })
    await answerAll()
    asking.want([column('b')], { about: CASE })
    await answerAll()
    asking.want([column('a')], { about: CASE })
    expect(asked()).toHaveLength(4)
    const other = {}
    expect(asking.known(column('a'), other)).toMatchObject({ stale: true, pending: true })
    asking.want([column('a')], { about: other })
    await answerAll()
    expect(asked().slice(4)).toEqual(['a roughly', 'a exactly'])
  })

  test('a failure is told in words, is not asked for again, and hides the last answer', async () => {
    const { asking, put, answerAll, asked } = desk()
    asking.want([column('a', 'one')], { about: CASE })
    await answerAll()
    asking.want([column('a', 'two')], { about: CASE })
    put.at(-1)?.fail(new Error('too large'))
    await settled()
    expect(asked().at(-1)).toBe('two roughly')
    const failed = { answer: undefined, error: 'too large', pending: false, stale: false }
    expect(asking.known(column('a', 'two'), CASE)).toMatchObject(failed)
  })

  test('how far a question is, is told while it is worked on', () => {
    const { asking, put, heard } = desk()
    asking.want([column('a')], { about: CASE })
    put[0]?.heed.progress?.(0.25)
    expect([asking.known(column('a'), CASE).progress, heard()]).toEqual([0.25, 1])
  })

  test('a closed one aborts what it asked and tells nothing, until it is opened', async () => {
    const { asking, put, heard, asked } = desk()
    asking.want([column('a')], { about: CASE })
    asking.close()
    await settled()
    expect([put[0]?.heed.signal?.aborted, heard()]).toEqual([true, 0])
    asking.open()
    expect(asked()).toEqual(['a roughly', 'a roughly'])
  })

  test('without a question there is no answer, not even the last', async () => {
    const { asking, answerAll } = desk()
    asking.want([column('a')], { about: CASE })
    await answerAll()
    asking.want([{ slot: 'a', rounds: [] }], { about: CASE })
    const nothing = { answer: undefined, pending: false, stale: false }
    expect(asking.known({ slot: 'a', rounds: [] }, CASE)).toMatchObject(nothing)
  })

  test('the same entries are the same question, in whatever order they were put in', () => {
    const made = { draft: { terms: { x: '1', y: '2' } } }
    expect(keyOf(made)).toBe(keyOf({ draft: { terms: { y: '2', x: '1' } } }))
    expect(keyOf(made)).not.toBe(keyOf({ draft: { terms: { x: '1' } } }))
  })
})

describe('asking with a pause', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('asks once for what changes quickly, and not before it rests', async () => {
    const { asking, asked } = desk()
    for (const value of ['one', 'two', 'three']) {
      asking.want([{ slot: '', rounds: [value] }], { about: CASE, pause: 120 })
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(asked()).toEqual([])
    await vi.advanceTimersByTimeAsync(20)
    expect(asked()).toEqual(['three'])
  })

  test('drops what is under way at once, for it is wanted no longer', async () => {
    const { asking, put } = desk()
    asking.want([{ slot: '', rounds: ['one'] }], { about: CASE })
    asking.want([{ slot: '', rounds: ['two'] }], { about: CASE, pause: 120 })
    expect(put.map(({ ask, heed }) => [ask, heed.signal?.aborted])).toEqual([['one', true]])
  })
})
