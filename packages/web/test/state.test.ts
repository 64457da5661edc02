import type { SourceFile } from '@truce/core'
import type { CaseBody } from '@truce/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Answers } from '../src/engine/answers.ts'
import type { Engine } from '../src/engine/protocol.ts'
import { addressOf, readAddress } from '../src/state/address.ts'
import type { Api, SaveAnswer } from '../src/state/api.ts'
import { Unreachable } from '../src/state/api.ts'
import { CaseStore } from '../src/state/case-store.ts'
import { back, begin, forward, step } from '../src/state/history.ts'
import type { Keep } from '../src/state/keep.ts'
import { keepOf } from '../src/state/keep.ts'
import { CASE } from './small-case.ts'

const files: readonly SourceFile[] = [{ name: 'case.yaml', text: CASE }]

describe('the address', () => {
  it('reads what it writes, whatever the focus', () => {
    for (const focus of [
      undefined,
      'framework',
      'text:stances/russia/redlines/no-nato',
      'a b/ü.yaml:12',
      '%',
      'text:case.yaml:3'
    ]) {
      const address = { page: 'case', id: 'river_2', room: 'table', focus } as const
      expect(readAddress(addressOf(address))).toEqual(address)
      const record = { page: 'record', of: 'river_2', focus: focus ?? '0a1b/log/3' } as const
      expect(readAddress(addressOf(record))).toEqual(record)
    }
  })

  it('leads to the library where it leads nowhere, and to the first room where the room is unknown', () => {
    for (const hash of ['', '#', '#/', '#/x', '#/case', '#/case/'])
      expect(readAddress(hash)).toEqual({ page: 'library' })
    expect(readAddress('#/case/a/nowhere')).toEqual({
      page: 'case',
      id: 'a',
      room: 'desk',
      focus: undefined
    })
  })
})

describe('the history', () => {
  const texts = ['a', 'b', 'c'].map((text) => [{ name: 'case.yaml', text }])
  const [a = [], b = [], c = []] = texts

  it('goes back and forward, and forgets what was undone once something else is done', () => {
    const two = step(step(begin(a), b, { key: undefined, at: 0 }), c, { key: undefined, at: 0 })
    expect([back(two).now, back(back(two)).now, back(back(back(two))).now]).toEqual([b, a, a])
    expect(forward(back(two))).toMatchObject({ now: c, future: [] })
    expect(forward(step(back(two), a, { key: undefined, at: 0 })).now).toBe(a)
  })

  it('joins quick changes of one key, and only those', () => {
    const typed = (key: string | undefined, at: number): number =>
      step(step(begin(a), b, { key: 'x', at: 0 }), c, { key, at }).past.length
    expect([typed('x', 100), typed('y', 100), typed(undefined, 100), typed('x', 5000)]).toEqual([
      1, 2, 2, 2
    ])
  })

  it('does not join what comes after an undo', () => {
    const undone = back(step(step(begin(a), b, { key: 'x', at: 0 }), c, { key: 'y', at: 1 }))
    expect(back(step(undone, c, { key: 'x', at: 2 })).now).toBe(b)
  })
})

/** A server in memory, an engine that answers at once, and a store over both. */
function opened(kept?: Parameters<Keep['putUnsaved']>[0]): {
  readonly store: CaseStore
  readonly server: {
    version: number
    files: readonly SourceFile[]
    down: boolean
    tell: (version: number) => void
  }
  readonly keep: Keep
  /** Another page of the same browser, with what it keeps. */
  readonly other: Keep & { readonly tell: () => void }
} {
  const server = { version: 1, files, down: false, tell: (_: number): void => {} }
  const body = (): CaseBody => ({
    ...{
      id: 'river',
      versions: server.version,
      hash: '',
      changed: '',
      shippedFrom: null,
      findings: [],
      sealed: []
    },
    version: server.version,
    files: [...server.files]
  })
  const save = async (
    _: string,
    texts: readonly SourceFile[],
    base: number
  ): Promise<SaveAnswer> => {
    if (server.down) throw new Unreachable('the server does not answer')
    const error = { code: 'stale', message: '', help: '' }
    if (base !== server.version) return { conflict: { error, current: body(), aside: 7 } }
    Object.assign(server, { version: server.version + 1, files: texts })
    return { saved: body() }
  }
  const follow: Api['follow'] = (_, changed) => {
    server.tell = changed
    return () => {}
  }
  const answers = new Answers()
  const patience = { progress: () => {}, pause: async () => {} }
  const engine: Engine = {
    ask: (question, ask) => answers.answer(question, ask, patience),
    foresee: () => {},
    known: () => undefined,
    close: () => {}
  }
  const [shelf, pages] = [memory(), new EventTarget()]
  const keep = keepOf('river', shelf, pages)
  const tell = (): void =>
    void pages.dispatchEvent(Object.assign(new Event('storage'), { key: 'truce.drafts.river' }))
  const other = { ...keepOf('river', shelf, new EventTarget()), tell }
  keep.putUnsaved(kept)
  const api = { save, follow, read: async () => body() } as Partial<Api> as Api
  return {
    store: new CaseStore(body(), { api, engine, keep, now: () => Date.now() }),
    server,
    keep,
    other
  }
}

function memory(): Storage {
  const map = new Map<string, string>()
  const store = {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value)
  }
  return {
    ...store,
    removeItem: (key: string) => void map.delete(key)
  } as Partial<Storage> as Storage
}

describe('an open case', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds)
  const saved = (store: CaseStore): string => store.snapshot().saved

  it('is saved by itself a moment after the last change, in one version', async () => {
    const { store, server, keep } = opened()
    store.set('title', 'One')
    await pass(300)
    store.set('title', 'Two')
    await pass(300)
    expect([saved(store), server.version, keep.unsaved()?.base]).toEqual(['unsaved', 1, 1])
    await pass(400)
    expect([
      saved(store),
      server.version,
      server.files[0]?.text.includes('title: Two'),
      keep.unsaved()
    ]).toEqual(['saved', 2, true, undefined])
  })

  it('says what is read of it, and judges the text as it stands', async () => {
    const { store } = opened()
    await pass(0)
    expect(store.snapshot()).toMatchObject({ view: { sound: true }, saved: 'saved' })
    store.edit('case.yaml', 'a: [', 'typing')
    await pass(0)
    const { sound, case: source, findings } = store.snapshot().view
    expect([
      sound,
      source !== undefined,
      findings.some(({ severity }) => severity === 'error')
    ]).toEqual([false, true, true])
  })

  it('undoes and redoes every change, and saves that too', async () => {
    const { store, server } = opened()
    store.set('title', 'One')
    await pass(1000)
    store.undo()
    expect(store.snapshot()).toMatchObject({ canUndo: false, canRedo: true, view: { files } })
    await pass(1000)
    expect(server).toMatchObject({ version: 3, files })
    store.redo()
    expect(store.snapshot().view.files[0]?.text).toContain('title: One')
  })

  it('loses nothing when the server is away: it says so, tries again, and keeps the texts over a reload', async () => {
    const { store, server, keep } = opened()
    server.down = true
    store.set('title', 'Away')
    await pass(1000)
    expect([saved(store), store.snapshot().reason]).toEqual([
      'failed',
      'the server does not answer'
    ])
    const again = opened(keep.unsaved())
    expect(again.store.snapshot().view.files[0]?.text).toContain('title: Away')
    await pass(1000)
    expect(again.server.files[0]?.text).toContain('title: Away')
    server.down = false
    await pass(6000)
    expect([saved(store), server.files[0]?.text.includes('title: Away')]).toEqual(['saved', true])
  })

  it('takes over what another program wrote, as a step that can be undone', async () => {
    const { store, server } = opened()
    Object.assign(server, {
      version: 2,
      files: [{ name: 'case.yaml', text: CASE.replace('Two states', 'Three states') }]
    })
    server.tell(2)
    await pass(0)
    expect(store.snapshot().view.files[0]?.text).toContain('Three states')
    store.undo()
    await pass(1000)
    expect(server).toMatchObject({ version: 3, files })
  })

  const elsewhere = (
    { server }: ReturnType<typeof opened>,
    change: (text: string) => string,
    isTold = true
  ): void => {
    const now = server.files.map(({ name, text }) => ({ name, text: change(text) }))
    Object.assign(server, { version: server.version + 1, files: now })
    if (isTold) server.tell(server.version)
  }
  /** What joins texts is loaded when it is first needed. */
  const settled = async (): Promise<void> => {
    await pass(1000)
    await vi.dynamicImportSettled()
    await pass(1000)
  }

  it.each([true, false])(
    'joins what was changed elsewhere with what is not saved here, told of it (%s) or not, as one step',
    async (isTold) => {
      const both = opened()
      const { store, server } = both
      store.set('title', 'Mine')
      elsewhere(both, (text) => text.replace(/^as-of: .*$/m, 'as-of: 2020-02-02'), isTold)
      await settled()
      expect([saved(store), store.snapshot().conflict, server.version]).toEqual([
        'saved',
        undefined,
        3
      ])
      expect(server.files[0]?.text).toMatch(/title: Mine\n[\s\S]*as-of: 2020-02-02/)
      expect(store.snapshot().undoes?.deed).toEqual({
        ...{ kind: 'joined', version: 2 },
        ...{ theirs: 1, mine: 1 }
      })
      store.undo()
      await settled()
      expect(server.files[0]?.text).toContain('title: Mine')
      expect(server.files[0]?.text).not.toContain('2020-02-02')
    }
  )

  it('joins what is written while it joins', async () => {
    const both = opened()
    const { store, server } = both
    store.set('title', 'Mine')
    elsewhere(both, (text) => text.replace(/^as-of: .*$/m, 'as-of: 2020-02-02'))
    await pass(0)
    store.set('title', 'Mine later')
    await settled()
    expect([saved(store), store.snapshot().conflict]).toEqual(['saved', undefined])
    expect(server.files[0]?.text).toMatch(/title: Mine later\n[\s\S]*as-of: 2020-02-02/)
  })

  it('asks where both changed one place, and joins all else when it is chosen', async () => {
    const both = opened()
    const { store, server } = both
    store.set('title', 'Mine')
    store.set('as-of', '2020-01-01')
    elsewhere(both, (text) => text.replace('Two states', 'Their states').replace(/$/, '# theirs\n'))
    await settled()
    const { conflict } = store.snapshot()
    expect(conflict?.joined?.merged.conflicts).toMatchObject([{ at: 'title', mine: 'Mine' }])
    expect([conflict?.aside, server.version]).toEqual([7, 2])
    store.settle([conflict?.joined?.merged.conflicts[0]?.key ?? ''])
    await settled()
    expect([saved(store), store.snapshot().conflict, server.version]).toEqual([
      'saved',
      undefined,
      3
    ])
    expect(server.files[0]?.text).toMatch(/title: Mine\n[\s\S]*as-of: 2020-01-01[\s\S]*# theirs/)
  })

  it('asks again where a place was changed after the choice was shown', async () => {
    const both = opened()
    const { store, server } = both
    store.set('title', 'Mine')
    elsewhere(both, (text) =>
      text.replace('Two states', 'Their states').replace(/^as-of: .*$/m, 'as-of: 2020-02-02')
    )
    await settled()
    store.set('as-of', '2020-01-01')
    store.settle([])
    await settled()
    expect(store.snapshot().conflict?.joined?.merged.conflicts.map(({ at }) => at)).toEqual([
      'title',
      'as-of'
    ])
    expect(server.version).toBe(2)
  })

  it.each(['mine', 'theirs'] as const)(
    'shows a conflict, saves nothing over it, and goes on with %s',
    async (which) => {
      const { store, server } = opened()
      store.set('title', 'Mine')
      Object.assign(server, {
        version: 2,
        files: [{ name: 'case.yaml', text: CASE.replace('Two states', 'Their states') }]
      })
      server.tell(2)
      await pass(1000)
      expect([saved(store), store.snapshot().conflict?.aside, server.version]).toEqual([
        'conflict',
        7,
        2
      ])
      store.set('title', 'Mine now')
      await pass(10_000)
      expect(server.version).toBe(2)
      store.settle(which)
      await pass(1000)
      expect(saved(store)).toBe('saved')
      expect(server.files[0]?.text).toContain(which === 'mine' ? 'title: Mine now' : 'Their states')
      store.undo()
      expect(store.snapshot().view.files[0]?.text).toContain(
        which === 'mine' ? 'Two states' : 'title: Mine now'
      )
    }
  )

  it('undoes and redoes drafts among the changes of the text, and keeps what is shown', async () => {
    const { store, server, keep } = opened()
    const terms = (): unknown => store.snapshot().view.drafts.map((draft) => draft.terms)
    store.putDraft({ id: 'a', title: 'A', terms: {} })
    store.set('title', 'One')
    store.putDraft({ id: 'a', title: 'A', terms: { dam: 'lower' } })
    store.undo()
    expect([terms(), keep.drafts()[0]?.terms]).toEqual([[{}], {}])
    store.undo()
    expect(store.snapshot().view.files).toEqual(files)
    store.undo()
    expect([terms(), keep.drafts()]).toEqual([[], []])
    store.redo()
    store.redo()
    store.redo()
    expect(terms()).toEqual([{ dam: 'lower' }])
    await pass(1000)
    expect(server.files[0]?.text).toContain('title: One')
    store.dropDraft('a')
    store.undo()
    expect(terms()).toEqual([{ dam: 'lower' }])
  })

  it('says what undo would take back and where it was done, wherever one is by then', async () => {
    const { store } = opened()
    await pass(0)
    const kinds = (): unknown[] => {
      const { undoes, redoes, moved } = store.snapshot()
      return [undoes?.deed.kind, redoes?.deed.kind, moved?.did.room]
    }
    store.set('title', 'One')
    store.enter('table')
    store.putDraft({ id: 'a', title: 'A', terms: {} })
    store.putDraft({ id: 'a', title: 'A', terms: { dam: 'lower' } })
    expect(store.snapshot().undoes?.deed).toMatchObject({ issue: 'dam', option: 'lower' })
    store.dropDraft('a')
    expect(kinds()).toEqual(['dropped', undefined, undefined])
    store.undo()
    expect(kinds()).toEqual(['option', 'dropped', 'table'])
    store.undo()
    store.undo()
    store.undo()
    expect(kinds()).toEqual([undefined, 'set', 'case'])
    store.redo()
    expect(kinds()).toEqual(['set', 'made', 'case'])
    store.set('title', 'Two')
    expect(kinds()).toEqual(['set', undefined, undefined])
  })

  it('puts a file beside the text that names it, and takes both back in one step', async () => {
    const { store, server } = opened()
    await pass(0)
    const before = store.snapshot().view.files
    const file = { name: 'lines/front.geojson', text: '{"type":"LineString"}' }
    store.putFile(file, [{ at: 'title', value: 'With a line' }], 'a line was drawn')
    const {
      undoes,
      view: { files }
    } = store.snapshot()
    expect(files).toHaveLength(before.length + 1)
    expect(files.find(({ name }) => name === file.name)).toEqual(file)
    expect(files.find(({ name }) => name === before[0]?.name)?.text).toContain('With a line')
    expect(undoes?.deed).toEqual({ kind: 'form', title: 'a line was drawn' })
    store.putFile({ ...file, text: '{}' }, [], 'moved')
    expect(store.snapshot().view.files).toHaveLength(before.length + 1)
    store.undo()
    expect(store.snapshot().view.files).toEqual(files)
    store.undo()
    expect(store.snapshot().view.files).toEqual(before)
    store.redo()
    await pass(5000)
    expect(server.files).toEqual(files)
  })

  it('keeps a draft in the case as one step, which is saved and can be taken back', async () => {
    const { store, server, keep } = opened()
    await pass(0)
    const draft = { id: 'a', title: 'Ours', terms: { dam: 'lower' } }
    store.putDraft(draft)
    expect(store.keepDraft(draft, { as: 'new', title: 'Ours' })).toBe('ours')
    await pass(1000)
    expect([server.files[0]?.text.includes('  ours:'), keep.drafts()]).toEqual([true, []])
    expect(store.snapshot().view.case?.proposals.at(-1)?.id).toBe('ours')
    store.undo()
    await pass(1000)
    expect([server.files, keep.drafts()]).toEqual([files, [draft]])
  })

  it('renames and copies the proposals of the case, each in a step', async () => {
    const { store } = opened()
    await pass(0)
    const titles = async (): Promise<unknown> => {
      await pass(0)
      return store.snapshot().view.case?.proposals.map(({ title }) => title)
    }
    const [first, ...rest] = store.snapshot().view.case?.proposals ?? []
    const others = rest.map(({ title }) => title)
    store.renameProposal(first?.id ?? '', 'Renamed')
    expect(await titles()).toEqual(['Renamed', ...others])
    store.copyProposal(first?.id ?? '', 'Copied')
    expect(await titles()).toEqual(['Renamed', ...others, 'Copied'])
    store.undo()
    store.undo()
    expect(store.snapshot().view.files).toEqual(files)
  })

  it('shows the drafts of every page of the browser, and loses none of them', () => {
    const { store, keep, other } = opened()
    const [here, there] = ['a', 'b'].map((id) => ({ id, title: id, terms: {} }))
    if (!here || !there) throw new Error('no drafts')
    store.putDraft(here)
    other.putDrafts([...other.drafts(), there])
    other.tell()
    expect(store.snapshot().view.drafts).toEqual([here, there])
    store.putDraft({ ...here, terms: { water: 'half' } })
    expect(keep.drafts().map(({ id }) => id)).toEqual(['a', 'b'])
    store.undo()
    store.undo()
    expect(store.snapshot().view.drafts).toEqual([here])
    store.close()
    other.tell()
    expect(store.snapshot().view.drafts).toEqual([here])
  })

  it('takes up a change that was told of while it was saving', async () => {
    const { store, server } = opened()
    store.set('title', 'Mine')
    const saving = store.saveNow()
    // The server has it, and by now something newer; its answer is still on the way.
    Object.assign(server, { version: server.version + 1, files })
    server.tell(server.version)
    await saving
    await pass(0)
    expect(store.snapshot().view.files).toEqual(files)
  })

  it('takes a title that is typed as one step, each option as a step of its own', () => {
    const { store } = opened()
    const draft = { id: 'a', title: 'A', terms: {} }
    store.putDraft(draft)
    for (const title of ['B', 'Br', 'Bri']) store.putDraft({ ...draft, title })
    store.undo()
    expect(store.snapshot().view.drafts).toEqual([draft])
  })

  it('says why a place cannot be set, and keeps drafts', async () => {
    const { store, keep } = opened()
    store.set('title/deeper', 1)
    expect(store.snapshot().refused).toContain('nothing can be set there')
    store.putDraft({ id: 'a', title: 'A', terms: {} })
    store.putDraft({ id: 'a', title: 'B', terms: {} })
    expect(keep.drafts()).toEqual([{ id: 'a', title: 'B', terms: {} }])
    store.dropDraft('a')
    expect(keep.drafts()).toEqual([])
  })
})
