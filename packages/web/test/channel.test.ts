import { describe, expect, it, vi } from 'vitest'
import { DRAWS } from '../src/engine/draws.ts'
import { openEngine } from '../src/engine/open.ts'
import type { FromWorker, ToWorker } from '../src/engine/port.ts'
import { Superseded } from '../src/engine/protocol.ts'
import type { Column } from '../src/judged/columns.ts'
import { askOf, asksAround, columnsOf, draftFrom, stagesOf } from '../src/judged/columns.ts'
import { CASE } from './small-case.ts'
import { workerHere } from './worker-here.ts'

const files = [{ name: 'case.yaml', text: CASE }]
const terms = { water: 'half', dam: 'lower' }

describe('the engine', () => {
  it('answers about the case last read, also in the workers that start later', async () => {
    const engine = openEngine(() => workerHere())
    const read = await engine.ask('read', { files })
    expect(read.sound).toBe(true)
    const judged = await engine.ask('judge', { draft: { terms }, draws: 500 })
    const document = (await engine.ask('check', { draws: 500 })) as {
      proposals: Record<string, { joint: { p: number } }>
    }
    expect(judged.joint.p).toBe(document.proposals['halves']?.joint.p)
    engine.close()
  })

  it('answers only the newest question of a kind, and never begins one that was superseded while it waited', async () => {
    const sent: ToWorker[] = []
    const engine = openEngine(() => workerHere(sent))
    await engine.ask('read', { files })
    const asked = [500, 501, 502].map((draws) => engine.ask('judge', { draft: { terms }, draws }))
    const settled = await Promise.allSettled(asked)
    expect(
      settled.map((one) =>
        one.status === 'fulfilled' ? one.value.draws : one.reason instanceof Superseded
      )
    ).toEqual([true, true, 502])
    expect(sent.filter((message) => 'drop' in message)).toHaveLength(2)
    engine.close()
  })

  it('has what a room will ask answered ahead, of the texts it was opened with alone', async () => {
    const [sent, heard]: [ToWorker[], FromWorker[]] = [[], []]
    const engine = openEngine(() => {
      const worker = workerHere(sent, 'judge')
      worker.addEventListener('message', ({ data }) => heard.push(data))
      return worker
    })
    const { case: source } = await engine.ask('read', { files })
    await vi.waitFor(() =>
      expect(heard.filter((one) => 'ahead' in one)).toHaveLength(source?.proposals.length ?? 0)
    )
    const ask = { draft: { proposal: 'halves' }, draws: DRAWS.first }
    const ahead = await engine.ask('judge', ask)
    const judgings = (): number =>
      sent.filter((one) => 'question' in one && one.question === 'judge').length
    expect(judgings()).toBe(0)
    const plain = openEngine(() => workerHere())
    await plain.ask('read', { files })
    expect(ahead).toEqual(await plain.ask('judge', ask))
    const changed = [{ name: 'case.yaml', text: CASE.replace(/^/, '# another text\n') }]
    await engine.ask('read', { files: changed })
    expect(await engine.ask('judge', ask)).toEqual(ahead)
    expect(judgings()).toBe(1)
    plain.close()
    engine.close()
  })

  it('judges what is foreseen while nothing else is asked, and has it at once; what is foreseen no longer is forgotten', async () => {
    const [sent, heard]: [ToWorker[], FromWorker[]] = [[], []]
    const engine = openEngine(() => {
      const worker = workerHere(sent, 'judge')
      worker.addEventListener('message', ({ data }) => heard.push(data))
      return worker
    })
    const { case: source } = await engine.ask('read', { files })
    if (!source) throw new Error('the case is not read')
    const [column] = columnsOf({ case: source, drafts: [] })
    if (!column) throw new Error('there is no proposal')
    const asks = asksAround(column, source).map((draft) => ({ draft, draws: DRAWS.first }))
    // Each other option of each issue, and each issue left open.
    const said = stagesOf(column, source)[0] ?? new Map()
    const around = source.issues.map(({ id, options }) => options.length + 1 - Number(said.has(id)))
    expect(asks).toHaveLength(around.reduce((sum, one) => sum + one, 0))
    engine.foresee(asks)
    const known = (): unknown[] => asks.map((ask) => engine.known('judge', ask))
    await vi.waitFor(() => expect(known()).not.toContain(undefined))
    const foreknown = known()
    expect(sent.some((one) => 'question' in one && one.question === 'judge')).toBe(false)
    // They are the asks that a choice makes of a draft, and the answers that it would get.
    const plain = openEngine(() => workerHere())
    await plain.ask('read', { files })
    for (const [k, ask] of asks.entries())
      expect(foreknown[k]).toEqual(await plain.ask('judge', ask))
    const draft = draftFrom(column, [column], { source, title: '', changes: { dam: undefined } })
    const [, made] = columnsOf({
      case: { ...source, proposals: source.proposals.slice(0, 1) },
      drafts: [draft]
    })
    const asked = { draft: askOf(made as Column, source), draws: DRAWS.first }
    expect(engine.known('judge', asked)).toBeDefined()
    engine.foresee(asks.slice(0, 1))
    expect(known().filter((one) => one !== undefined)).toHaveLength(1)
    await engine.ask('read', { files: [{ name: 'case.yaml', text: `${CASE}\n# more` }] })
    expect(known().filter((one) => one !== undefined)).toHaveLength(0)
    plain.close()
    engine.close()
  })

  it('has what takes a moment answered by the worker that has read the case, where it was not asked before', async () => {
    const sent: ToWorker[][] = []
    const engine = openEngine(() => {
      const own: ToWorker[] = []
      sent.push(own)
      return workerHere(own)
    })
    const questions = (): readonly (readonly string[])[] =>
      sent.map((own) => own.flatMap((one) => ('question' in one ? [one.question] : [])))
    await engine.ask('read', { files })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await engine.ask('check', { draws: 500 })
      // The room that asked is drawn first.
      expect(questions()).toEqual([['read', 'check']])
      await vi.advanceTimersByTimeAsync(5000)
    } finally {
      vi.useRealTimers()
    }
    expect(questions()).toEqual([['read', 'check'], ['read']])
    await engine.ask('judge', { draft: { terms }, draws: 500 })
    expect(questions()).toEqual([
      ['read', 'check'],
      ['read', 'judge']
    ])
    // Another text is read by the one that is quick; the other follows when it is asked.
    await engine.ask('read', { files })
    await engine.ask('check', { draws: 501 })
    expect(questions()).toEqual([
      ['read', 'check', 'read', 'check'],
      ['read', 'judge', 'read']
    ])
    engine.close()
  })

  it('says what a change would make wrong, without taking it up', async () => {
    const engine = openEngine(() => workerHere())
    const before = await engine.ask('read', { files })
    const after = [{ name: 'case.yaml', text: CASE.replaceAll('lower:', 'less:') }]
    const troubles = await engine.ask('trial', { files: after })
    expect(troubles.length).toBeGreaterThan(0)
    expect(troubles.every(({ isName }) => isName)).toBe(true)
    expect(await engine.ask('trial', { files })).toEqual([])
    // The case is still the one that was read.
    const judged = await engine.ask('judge', { draft: { terms }, draws: 500 })
    expect(judged.open).toEqual([])
    // What was tried and then taken up is told as if it had never been tried.
    const fresh = openEngine(() => workerHere())
    expect(await engine.ask('read', { files: after })).toEqual(
      await fresh.ask('read', { files: after })
    )
    expect(await engine.ask('read', { files })).toEqual(before)
    fresh.close()
    engine.close()
  })

  it('answers questions of different lanes beside each other', async () => {
    const engine = openEngine(() => workerHere())
    await engine.ask('read', { files })
    const asked = ['a', 'b'].map((lane) =>
      engine.ask('judge', { draft: { terms }, draws: 500 }, { lane })
    )
    expect((await Promise.all(asked)).map(({ draws }) => draws)).toEqual([500, 500])
    engine.close()
  })

  it('drops a question whose answer nobody waits for any more, and only that', async () => {
    const sent: ToWorker[] = []
    const engine = openEngine(() => workerHere(sent))
    await engine.ask('read', { files })
    const stopper = new AbortController()
    const ask = { draft: { terms }, draws: 500 }
    const dropped = engine.ask('judge', ask, { lane: 'a', signal: stopper.signal })
    const kept = engine.ask('judge', ask, { lane: 'b' })
    stopper.abort()
    await expect(dropped).rejects.toBeInstanceOf(Superseded)
    const late = engine.ask('judge', ask, { lane: 'c', signal: stopper.signal })
    await expect(late).rejects.toBeInstanceOf(Superseded)
    expect((await kept).draws).toBe(500)
    expect(sent.filter((message) => 'drop' in message)).toHaveLength(1)
    engine.close()
  })

  it('ends a long computation at its next pause when a newer one is asked, and lets others in between', async () => {
    const engine = openEngine(() => workerHere())
    await engine.ask('read', { files })
    const shares: number[] = []
    const long = engine.ask(
      'study',
      { draws: 100_000 },
      { progress: (share) => void shares.push(share) }
    )
    const ended = expect(long).rejects.toBeInstanceOf(Superseded)
    while (shares.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    const short = await engine.ask('study', { draws: 500 })
    await ended
    expect(short).toMatchObject({ command: 'solve study', partial: false })
    expect(shares.length).toBeLessThan(200)
    engine.close()
  })

  it('drops what is about texts that are gone, and reads new ones only where it is asked next', async () => {
    const sent: ToWorker[][] = []
    const engine = openEngine(() => {
      const mine: ToWorker[] = []
      sent.push(mine)
      return workerHere(mine)
    })
    const read = (): number =>
      sent
        .slice(1)
        .flatMap((all) => all.filter((one) => 'question' in one && one.question === 'read')).length
    await engine.ask('read', { files })
    await engine.ask('trial', { files })
    const old = engine.ask('repairs', { draft: { terms } })
    const next = engine.ask('read', { files: [{ name: 'case.yaml', text: `${CASE}\n# more` }] })
    await expect(old).rejects.toBeInstanceOf(Superseded)
    await next
    expect(read()).toBe(1)
    await engine.ask('repairs', { draft: { terms } })
    expect(read()).toBe(2)
    engine.close()
  })

  it.each([
    [0, 1000],
    [800, 3200]
  ])(
    'ends a worker that goes on with what nobody waits for, and has another do the rest: that took %i ms to read, after %i',
    async (reading, patience) => {
      vi.useFakeTimers()
      try {
        const made: {
          readonly sent: ToWorker[]
          ended: boolean
          tell: (data: FromWorker) => void
        }[] = []
        const engine = openEngine(() => {
          const listeners: ((event: { readonly data: FromWorker }) => void)[] = []
          const one = {
            sent: [] as ToWorker[],
            ended: false,
            tell: (data: FromWorker) => {
              for (const listener of listeners) listener({ data })
            }
          }
          made.push(one)
          return {
            postMessage: (message) => void one.sent.push(message),
            addEventListener: (type: string, listener: (event: never) => void) => {
              if (type === 'message')
                listeners.push(listener as (event: { readonly data: FromWorker }) => void)
            },
            terminate: () => {
              one.ended = true
            }
          }
        })
        engine.ask('read', { files }).catch(() => {})
        const stopper = new AbortController()
        const long = engine.ask(
          'repairs',
          { draft: { terms } },
          { lane: 'a', signal: stopper.signal }
        )
        const next = engine.ask('repairs', { draft: { terms } }, { lane: 'b' })
        const [, deep] = made
        const idOf = (lane: number): number =>
          deep?.sent.flatMap((message) => ('question' in message ? [message.id] : []))[lane] ?? 0
        await vi.advanceTimersByTimeAsync(reading)
        deep?.tell({ id: idOf(0), answer: { case: undefined, sound: true, findings: [] } })
        deep?.tell({ id: idOf(1), now: 'begun' })
        stopper.abort()
        await expect(long).rejects.toBeInstanceOf(Superseded)
        await vi.advanceTimersByTimeAsync(patience - 1)
        expect(deep?.ended).toBe(false)
        await vi.advanceTimersByTimeAsync(1)
        const [, , fresh] = made
        expect([deep?.ended, made.length]).toEqual([true, 3])
        expect(
          fresh?.sent.map((message) => ('question' in message ? message.question : 'drop'))
        ).toEqual(['read', 'repairs'])
        fresh?.tell({ id: idOf(2), answer: { list: [], total: 0, complete: true } })
        expect(await next).toEqual({ list: [], total: 0, complete: true })
        engine.close()
      } finally {
        vi.useRealTimers()
      }
    }
  )

  it('says in one message what went wrong', async () => {
    const engine = openEngine(() => workerHere())
    await expect(engine.ask('judge', { draft: { terms }, draws: 500 })).rejects.toThrow(
      'no case has been read yet'
    )
    await engine.ask('read', {
      files: [{ name: 'case.yaml', text: CASE.replace('title:', 'tilte:') }]
    })
    await expect(engine.ask('judge', { draft: { terms }, draws: 500 })).rejects.toThrow(
      'the case has errors'
    )
    await engine.ask('read', { files })
    await expect(engine.ask('judge', { draft: { proposal: 'none' }, draws: 500 })).rejects.toThrow(
      'the case has no proposal none'
    )
    await expect(engine.ask('stability', {})).rejects.toThrow('the case has no graph')
    engine.close()
  })

  it('lays ranges over the case for as long as they are given', async () => {
    const engine = openEngine(() => workerHere())
    await engine.ask('read', { files })
    const ask = { draft: { terms }, draws: 500 }
    const plain = await engine.ask('judge', ask)
    const overrides = { 'stances.upland.no-deal.base': { low: 99, high: 100 } }
    const laid = await engine.ask('judge', { ...ask, overrides })
    expect(laid.parties.find(({ party }) => party === 'upland')?.accepts).toBe(0)
    expect(await engine.ask('judge', ask)).toEqual(plain)
    engine.close()
  })

  it('gives findings with their places', async () => {
    const engine = openEngine(() => workerHere())
    const text = CASE.replace('by: talks, terms: {water: half', 'by: talks, terms: {water: hafl')
    const { sound, findings } = await engine.ask('read', { files: [{ name: 'case.yaml', text }] })
    const line = text.slice(0, text.indexOf('hafl')).split('\n').length
    expect(sound).toBe(false)
    expect(findings.find(({ severity }) => severity === 'error')?.place).toMatchObject({
      file: 'case.yaml',
      line
    })
    engine.close()
  })
})
