import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { EnsemblePlan, EnsembleRun } from '@truce/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onCluster, openCluster, runNamed } from '../../src/ensemble-cluster/index.ts'
import { hasPostgres, WITH_POSTGRES } from '../cluster.ts'
import type { Counted, Counting } from '../counting.ts'
import { openCounting } from '../counting.ts'
import { clusterForTests } from '../postgres.ts'

const FULL = process.env['TRUCE_LAWS'] === 'full'
/** How often a worker is killed in the midst of a run. */
const KILLS = FULL ? 20 : 2
const SEEDS = FULL ? [1, 2, 3, 4, 5] : [1, 2]
const COMPUTER = join(import.meta.dirname, 'computer.ts')
const PLAN: EnsemblePlan<Counted> = { draws: 2950, chunk: 100 }

/** What a plain loop over all draws makes. */
const expected = (setup: Counting): readonly (readonly [number, Counted])[] => {
  const kernel = openCounting({ seed: setup.seed })
  return Array.from({ length: 30 }, (_, index) => [
    index,
    kernel({ index, from: index * 100, count: index === 29 ? 50 : 100 })
  ])
}

describe.skipIf(!hasPostgres)(`a cluster with PostgreSQL${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  const computers: ChildProcess[] = []
  beforeEach(() => cluster().resume())
  afterEach(async () => {
    for (const computer of computers.splice(0)) await kill(computer)
  })

  function start(name: string): ChildProcess {
    const computer = spawn(process.execPath, [COMPUTER, cluster().url(), name], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    computers.push(computer)
    return computer
  }

  const ask = (
    setup: Counting,
    plan: Partial<EnsemblePlan<Counted>> = {},
    place: { readonly keep?: boolean; readonly tell?: (words: string) => void } = {}
  ): Promise<EnsembleRun<Counted>> =>
    onCluster<Counting, Counted>({ url: cluster().url(), kind: 'counting', ...place }).run(setup, {
      ...PLAN,
      ...plan
    })

  it('gives the bits of a plain loop for one worker and for two, and leaves nothing of the case', async () => {
    start('one')
    for (const workers of [1, 2]) {
      if (workers === 2) start('two')
      for (const seed of SEEDS) {
        const setup = { seed, secret: 'redline of the north' }
        expect([...(await ask(setup)).parts]).toEqual(expected(setup))
      }
    }
    for (const table of ['runs', 'parts', 'failures'])
      expect(await cluster().sql(`SELECT FROM truce.ensemble_${table}`)).toEqual([])
    expect(await cluster().sql('SELECT FROM truce_queue.job')).toEqual([])
  })

  it('loses nothing when workers are killed at any moment', async () => {
    start('one')
    const setup = { seed: 9, takes: 60 }
    let kills = 0
    let done = 0
    const run = ask(setup, { onProgress: (draws) => (done = draws) })
    const killing = (async () => {
      let victim = start('victim 0')
      while (kills < KILLS && done < PLAN.draws) {
        await setTimeout(1500 + Math.random() * 1500)
        await kill(victim)
        kills++
        victim = start(`victim ${kills}`)
      }
    })()
    const { parts, complete } = await run
    await killing
    expect([complete, [...parts]]).toEqual([true, expected(setup)])
    expect(kills).toBeGreaterThan(0)
  })

  it('goes on after the death of the only worker, and of the server, once each is back', async () => {
    const first = start('one')
    const setup = { seed: 3, takes: 60 }
    const told: string[] = []
    const steps: ((draws: number) => boolean)[] = [(draws) => draws > 300, (draws) => draws > 1200]
    const meanwhile: Promise<unknown>[] = []
    const run = ask(
      setup,
      {
        onProgress: (draws) => {
          if (steps[0]?.(draws) !== true) return
          meanwhile.push(steps.length === 2 ? replaced(first) : restarted())
          steps.shift()
        }
      },
      { tell: (words) => told.push(words) }
    )
    const replaced = async (dead: ChildProcess): Promise<void> => {
      await kill(dead)
      start('two')
    }
    const restarted = async (): Promise<void> => {
      await cluster().end('SIGKILL')
      await setTimeout(1500)
      await cluster().resume()
    }
    const { parts, complete } = await run
    await Promise.all(meanwhile)
    expect([complete, [...parts], meanwhile.length]).toEqual([true, expected(setup), 2])
    expect(told.at(-1)).toBe('the database answers again')
  })

  it('sets aside what fails, says which draws, and computes only that when asked again', async () => {
    start('one')
    start('two')
    const setup = { seed: 4, failsAt: 420 }
    await expect(ask(setup)).rejects.toThrow(
      /^draws 401 to 500 could not be computed: the abacus broke$/
    )
    const [run] = await cluster().sql(
      "SELECT state, setup FROM truce.ensemble_runs WHERE state = 'stopped'"
    )
    expect(run).toEqual({ state: 'stopped', setup: null })
    const handed: number[] = []
    await expect(ask(setup, { onPart: ({ index }) => handed.push(index) })).rejects.toThrow(
      'draws 401 to 500'
    )
    expect(handed).toEqual([])
  })

  it('sets aside what ends the thread', async () => {
    start('one')
    const setup = { seed: 5, exitsAt: 420 }
    await expect(ask(setup)).rejects.toThrow(/^draws 401 to 500 could not be computed: /)
  })

  it('sets aside the chunk at which workers ended three times, and computes the rest', async () => {
    const setup = { seed: 12 }
    const id = runNamed('counting', setup, PLAN)
    const running = ask(setup)
    const failing = expect(running).rejects.toThrow(
      /^draws 1 to 100 could not be computed: workers ended while they computed them/
    )
    // As if the worker that took the first task had been ended by it, three times.
    const opened = await openCluster(cluster().url())
    for (let times = 0; times < 3; ) {
      const task = await opened.queue.take(id)
      if (task?.from === 0) {
        times++
        await opened.queue.giveBack(task)
      } else if (task) await opened.queue.add(id, [task]).then(() => opened.queue.finish(task))
      await setTimeout(100)
    }
    start('one')
    await failing
    expect(
      await cluster().sql(`SELECT count(*)::int FROM truce.ensemble_parts WHERE run = '${id}'`)
    ).toEqual([{ count: 29 }])
    await opened.forget(id)
    await opened.close()
  })

  it('keeps what was finished when it is cancelled, and goes on with it', async () => {
    start('one')
    const cancel = new AbortController()
    const setup = { seed: 6, takes: 60 }
    const partial = await ask(setup, {
      signal: cancel.signal,
      onProgress: (draws) => draws > 500 && cancel.abort()
    })
    expect(partial.complete).toBe(false)
    const told: number[] = []
    const handed: number[] = []
    const whole = await ask(setup, {
      onProgress: (draws) => told.push(draws),
      onPart: ({ index }) => handed.push(index)
    })
    expect([whole.complete, [...whole.parts]]).toEqual([true, expected(setup)])
    // The chunk that was under way may have come in meanwhile.
    expect([partial.draws, partial.draws + PLAN.chunk]).toContain(told[0])
    expect(handed.filter((index) => partial.parts.has(index))).toEqual([])
  })

  it('keeps a run that is to be kept, which needs no worker any more', async () => {
    const worker = start('one')
    const setup = { seed: 7 }
    await ask(setup, {}, { keep: true })
    await kill(worker)
    expect([...(await ask(setup)).parts]).toEqual(expected(setup))
  })

  it('is left alone by workers of another version, who say so, as does who waits', async () => {
    const id = runNamed('counting', { seed: 8 }, PLAN)
    const opened = await openCluster(cluster().url())
    const engine = { version: '0.0.9', arithmetic: 'abc' }
    await opened.runs.begin({
      ...{ id, kind: 'counting', engine, setup: Buffer.from(''), draws: 100, chunk: 100 },
      ...{ keep: false, watcher: crypto.randomUUID() }
    })
    await opened.queue.fill(id, [{ from: 0, count: 1 }])
    const worker = start('one')
    const [said] = (await once(worker.stdout as NodeJS.EventEmitter, 'data')) as [Buffer]
    expect(String(said)).toMatch(/was asked by Truce 0\.0\.9 .* it is left to workers of the same/)
    expect(await opened.queue.take(id)).toMatchObject({ from: 0, retryCount: 0 })
    await opened.forget(id)
    await opened.close()
  })

  it('holds no word of the case in its tasks, takes a part twice, and refuses another one', async () => {
    const opened = await openCluster(cluster().url())
    const id = runNamed('counting', { seed: 10 }, PLAN)
    const watcher = crypto.randomUUID()
    const engine = { version: 'x', arithmetic: 'y' }
    const setup = Buffer.from('a case')
    await opened.runs.begin({
      ...{ id, kind: 'counting', engine, setup, draws: 200, chunk: 100, keep: false, watcher }
    })
    await opened.queue.fill(id, [{ from: 0, count: 2 }])
    expect(await cluster().sql('SELECT data FROM truce_queue.job')).toEqual([
      { data: { from: 0, count: 2 } }
    ])
    const part = Buffer.from('part')
    expect(await opened.runs.put(id, { index: 0 }, { part, worker: 'a' })).toEqual({
      state: 'running'
    })
    expect(await opened.runs.put(id, { index: 0 }, { part, worker: 'b' })).toEqual({
      state: 'running',
      known: part
    })
    await opened.runs.stop(id)
    expect(await opened.runs.put(id, { index: 1 }, { part, worker: 'b' })).toEqual({
      state: 'stopped'
    })
    expect((await opened.runs.parts(id, 0, [])).length).toBe(1)
    expect(await opened.forget(id)).toBe(true)
    expect(await opened.runs.put(id, { index: 1 }, { part, worker: 'b' })).toEqual({})
    await opened.close()
  })
})

async function kill(computer: ChildProcess): Promise<void> {
  if (computer.exitCode !== null || computer.signalCode !== null) return
  const ended = once(computer, 'exit')
  computer.kill('SIGKILL')
  await ended
}
