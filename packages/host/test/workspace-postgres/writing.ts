import { expect } from 'vitest'
import { hashOf } from '../../src/load.ts'
import { PostgresRecordStore } from '../../src/record/index.ts'
import { PostgresCaseStore } from '../../src/workspace-postgres/index.ts'
import { GrowingTree } from '../record/tree.ts'
import { numbered } from '../workspace/texts.ts'

/** What was acknowledged to whoever wrote. */
export interface Acknowledged {
  /** Which text each version has. */
  readonly versions: Map<number, number>
  /** The leaves of the record. */
  readonly leaves: string[]
}

/** A writer, until it is told to end; what fails meanwhile is tried again. */
export interface Writing {
  readonly acknowledged: Acknowledged
  /** Resolves once so many more versions and entries were acknowledged. */
  readonly more: (count: number) => Promise<void>
  readonly end: () => Promise<void>
}

const [ID, RECORD] = ['river', 'river-2026']
const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 20))

/** Makes a case, and saves into it and appends to a record until it is ended. */
export async function writingTo(url: string): Promise<Writing> {
  const store = await PostgresCaseStore.open(url)
  const record = await PostgresRecordStore.open({ url, record: RECORD })
  await store.create({ id: ID, files: numbered(0), shippedFrom: null })
  const acknowledged: Acknowledged = { versions: new Map([[1, 0]]), leaves: [] }
  let [ending, count] = [false, 0]
  const patiently = async (work: () => Promise<void>): Promise<void> => {
    while (!ending) await work().catch(soon)
  }
  const saves = patiently(async () => {
    const { version } = await store.read(ID)
    const sent = ++count
    const saved = await store.save({ id: ID, files: numbered(sent), base: version })
    if (saved.outcome === 'saved') acknowledged.versions.set(saved.state.version, sent)
  })
  const tree = new GrowingTree()
  const appends = patiently(async () => {
    const size = await record.size()
    for (const { leaf } of await record.read(tree.size, size)) tree.add(leaf)
    const leaf = Buffer.from(`entry ${size}`)
    if ((await record.append(size, [{ leaf }])).outcome !== 'appended') return
    acknowledged.leaves[size] = leaf.toString()
    tree.add(leaf)
    if (size % 5 === 0)
      await record.keepCheckpoint({ size: tree.size, note: tree.head() }, undefined)
  })
  return {
    acknowledged,
    more: async (more) => {
      const { versions, leaves } = acknowledged
      const [wanted, needed] = [versions.size + more, leaves.length + more]
      while (versions.size < wanted || leaves.length < needed) await soon()
    },
    end: async () => {
      ending = true
      await Promise.all([saves, appends])
      await store.close()
      await record.close()
    }
  }
}

/**
 * Everything that is there is whole: each version has the texts that it was saved with, none is
 * missing in between, and the heads of the tree are those over the entries. How much there is.
 */
export async function wholeIn(
  url: string,
  { versions, leaves }: Acknowledged
): Promise<{ readonly versions: number; readonly entries: number; readonly heads: number }> {
  const store = await PostgresCaseStore.open(url)
  const record = await PostgresRecordStore.open({ url, record: RECORD })
  try {
    const history = await store.history(ID)
    expect(history.map(({ version }) => version)).toEqual(history.map((_, at) => at + 1))
    for (const { version, hash } of history) {
      const { files } = await store.version(ID, version)
      expect(hashOf(files)).toBe(hash)
      const sent = versions.get(version)
      if (sent !== undefined) expect(hash).toBe(hashOf(numbered(sent)))
    }
    const size = await record.size()
    const entries = await record.read(0, size)
    const tree = new GrowingTree()
    let heads = 0
    const notes = new Map(
      (await record.checkpoints(0, size + 1)).map((one) => [one.size, one.note])
    )
    for (const [at, { leaf }] of entries.entries()) {
      if (leaves[at] !== undefined) expect(Buffer.from(leaf).toString()).toBe(leaves[at])
      tree.add(leaf)
      const note = notes.get(tree.size)
      if (note) {
        expect(Buffer.from(note).equals(Buffer.from(tree.head()))).toBe(true)
        heads++
      }
    }
    expect(heads).toBe(notes.size)
    return { versions: history.length, entries: size, heads }
  } finally {
    await store.close()
    await record.close()
  }
}
