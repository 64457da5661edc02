import { describe, expect, it, vi } from 'vitest'
import { Cache } from '../src/compute/cache.ts'
import { Desk } from '../src/compute/desk.ts'
import { Pool } from '../src/compute/pool.ts'
import { getReady, readySoon } from '../src/compute/ready.ts'
import { Share } from '../src/compute/share.ts'
import type { Task } from '../src/compute/tasks.ts'
import { hostsAt, policy } from '../src/door.ts'
import { Refusal } from '../src/refusal.ts'
import { Desks } from '../src/team/access/desks.ts'
import { texts } from './server.ts'

const describing = (text: string): Task => ({
  kind: 'describe',
  texts: { files: texts(text), hash: '' }
})
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { readonly code: string }) => error.code
  )
const LONG: Task = {
  kind: 'check',
  texts: { files: texts(), hash: '' },
  settings: { draws: 200_000_000, seed: 1, dependence: 'independent' }
}

describe('the threads', () => {
  it('do tasks in turn and give each its own answer', async () => {
    const pool = new Pool({ threads: 2 })
    const titles = Array.from({ length: 9 }, (_, n) => `title ${n}`)
    const answers = await Promise.all(
      titles.map((title) => pool.run(describing(`truce: 1\ntitle: ${title}\n`)))
    )
    expect(answers.map((answer) => JSON.parse(answer).title)).toEqual(titles)
    await pool.close()
  })
  it('make a briefing for nobody, and leave it for whoever asks for anything', async () => {
    const pool = new Pool({ threads: 1 })
    const ready = code(getReady(pool, texts()))
    const asked = pool.run(describing('truce: 1\ntitle: mine\n'))
    expect(await ready).toBe('left')
    expect(JSON.parse(await asked).title).toBe('mine')
    await getReady(pool, texts())
    expect(pool.load).toEqual({ running: 0, waiting: 0 })
    await pool.close()
  })
  it('are got ready by themselves, when nobody asks for anything', async () => {
    const [pool, off] = [new Pool({ threads: 1 }), new Pool({ threads: 1 })]
    const long = new AbortController()
    const asked = code(pool.run(LONG, long.signal))
    await vi.waitFor(() => expect(pool.load.running).toBe(1))
    const runs: string[] = []
    const watched = Object.assign(pool, {
      runSpare: async ({ kind }: Task) => {
        runs.push(kind)
        if (runs.length === 1) throw new Refusal(503, 'left', { message: '', help: '' })
        return JSON.stringify(kind === 'briefing' ? { blocks: [] } : {})
      }
    })
    const callOff = readySoon(watched, texts(), 1)
    readySoon(off, texts(), 1)()
    await new Promise((later) => setTimeout(later, 30))
    expect(runs).toEqual([])
    long.abort()
    await asked
    // left once for somebody, then made
    await vi.waitFor(() => expect(runs).toEqual(['briefing', 'briefing', 'report']))
    expect(off.load.running).toBe(0)
    callOff()
    await Promise.all([pool.close(), off.close()])
  })
  it('take tasks in the order of asking, so that none waits for those that come later', async () => {
    const pool = new Pool({ threads: 1 })
    const done: number[] = []
    const asked = Array.from({ length: 6 }, (_, n) =>
      pool.run(describing(`truce: 1\ntitle: ${n}\n`)).then(() => done.push(n))
    )
    await Promise.all(asked)
    expect(done).toEqual([0, 1, 2, 3, 4, 5])
    await pool.close()
  })
  it('end what nobody waits for any more, begun or not, and go on', async () => {
    const pool = new Pool({ threads: 1 })
    const [one, two] = [new AbortController(), new AbortController()]
    const long = pool.run(LONG, one.signal)
    const waiting = pool.run(LONG, two.signal)
    const after = pool.run(describing('truce: 1\ntitle: after\n'))
    setTimeout(() => {
      one.abort()
      two.abort()
    }, 300)
    expect([await code(long), await code(waiting)]).toEqual(['left', 'left'])
    expect(JSON.parse(await after).title).toBe('after')
    await pool.close()
  })
  it('are replaced when a task breaks one, and go on', async () => {
    const pool = new Pool({ threads: 1 })
    const broken = pool.run({ kind: 'describe', texts: undefined } as unknown as Task)
    const after = pool.run(describing('truce: 1\ntitle: after\n'))
    expect(await code(broken)).not.toBe('done')
    expect(JSON.parse(await after).title).toBe('after')
    await pool.close()
  })
  it('are stopped when a task takes too long, and go on', async () => {
    const pool = new Pool({ threads: 1, milliseconds: 700 })
    const long = pool.run(LONG)
    const after = pool.run(describing('truce: 1\ntitle: after\n'))
    expect(await code(long)).toBe('too-long')
    expect(JSON.parse(await after).title).toBe('after')
    await pool.close()
  })
  it('refuse what is too much, and everything once closed', async () => {
    const pool = new Pool({ threads: 1, waiting: 1 })
    const [running, waiting, refused] = [LONG, describing(''), describing('')].map((task) =>
      code(pool.run(task))
    )
    expect(await refused).toBe('busy')
    await pool.close()
    expect(await waiting).toBe('busy')
    expect(await running).not.toBe('done')
    expect(await code(pool.run(describing('')))).toBe('busy')
  })
})

describe('a person’s share of the threads', () => {
  it('is never all of them: who asks for one thing waits for one of another’s, not for all', async () => {
    const pool = new Pool({ threads: 1 })
    const desks = new Desks(pool)
    const done: string[] = []
    const asked = (person: string, title: string) =>
      desks
        .of(person)
        .describe(texts(`truce: 1\ntitle: ${title}\n`))
        .then(() => done.push(person))
    const flood = Array.from({ length: 20 }, (_, n) => asked('greedy', `${n}`))
    await asked('other', 'one')
    expect(done.length).toBeLessThanOrEqual(2)
    await Promise.all(flood)
    expect(done).toHaveLength(21)
    await pool.close()
  })
  it('keeps the order of asking, goes on after a failure, and is bounded', async () => {
    const asked: string[] = []
    const ends: ((failed: boolean) => void)[] = []
    const run = (task: Task) => {
      asked.push(JSON.stringify(task))
      return new Promise<string>((resolve, reject) =>
        ends.push((failed) => (failed ? reject(new Error('failed')) : resolve('{}')))
      )
    }
    const share = new Share({ run }, { atOnce: 1, waiting: 2 })
    const tasks = ['a', 'b', 'c', 'd'].map((text) => describing(text))
    const [one, two, three, four] = tasks.map((task) => code(share.run(task)))
    expect(await four).toBe('busy')
    expect(asked).toHaveLength(1)
    ends[0]?.(true)
    expect(await one).toBeUndefined()
    expect(asked).toHaveLength(2)
    ends[1]?.(false)
    expect(await two).toBe('done')
    ends[2]?.(false)
    expect(await three).toBe('done')
    expect(asked).toEqual(tasks.slice(0, 3).map((task) => JSON.stringify(task)))
    const again = code(share.run(describing('e')))
    ends[3]?.(false)
    expect(await again).toBe('done')
  })
})

describe('the desk', () => {
  it('asks again after a failure', async () => {
    let asked = 0
    const pool = {
      run: async () => (++asked === 1 ? Promise.reject(new Error('once')) : '{}')
    } as unknown as Pool
    const desk = new Desk(pool)
    const settings = { draws: 1, seed: 1, dependence: 'independent' } as const
    await expect(desk.check(texts(), settings)).rejects.toThrow('once')
    expect(await desk.check(texts(), settings)).toEqual({ document: '{}', known: false })
    expect(await desk.check(texts(), settings)).toEqual({ document: '{}', known: true })
    expect(asked).toBe(2)
  })
})

describe('the memory', () => {
  it('forgets first what was asked for longest ago, and holds nothing too large', () => {
    const cache = new Cache(10)
    cache.set('a', '1234')
    cache.set('b', '1234')
    expect(cache.get('a')).toBe('1234')
    cache.set('c', '1234')
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['1234', undefined, '1234'])
    cache.set('a', '12345678901')
    expect(cache.get('a')).toBeUndefined()
    cache.set('c', '123456')
    cache.set('d', '1234')
    expect([cache.get('c'), cache.get('d')]).toEqual(['123456', '1234'])
  })
})

describe('the door', () => {
  it('is known at port 80 without the port', () => {
    expect(hostsAt(80).has('localhost')).toBe(true)
    expect(hostsAt(4100).has('localhost')).toBe(false)
  })
  it('lets styles in by nonce alone', () => {
    expect(policy('abc')).toContain("style-src 'self' 'nonce-abc'")
    expect(policy()).toContain("style-src 'self';")
  })
})
