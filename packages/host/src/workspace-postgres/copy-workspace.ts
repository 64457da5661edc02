import { join } from 'node:path'
import type { CaseVersion } from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { FolderShelf } from '../record/folder-shelf.ts'
import type { MovableShelf } from '../record/record-shelf.ts'
import type { ArchivedCase, CaseArchive } from '../workspace/case-archive.ts'
import type { StaysBehind } from '../workspace/stays-behind.ts'
import { staysBehind } from '../workspace/stays-behind.ts'
import { Workspace } from '../workspace/workspace.ts'
import { copyShelf, otherThere, refuseOtherRecords } from './copy-shelf.ts'
import { PostgresArchive } from './postgres-archive.ts'
import { PostgresShelf } from './postgres-shelf.ts'

/** Whether the address of a workspace is that of a database. */
const DATABASE = /^postgres(?:ql)?:\/\//

/** What to copy from where to where; each a folder or `postgres://user@host:5432/database`. */
export interface WorkspaceMove {
  readonly from: string
  readonly to: string
  /** Whether keys that lie beside records, and the server's own, are copied too. */
  readonly keys?: boolean
  /** Whether what no copy has may stay behind; otherwise nothing is copied where there is any. */
  readonly leaveOthers?: boolean
}

/** What was copied and then found in both. */
export interface WorkspaceCopy {
  readonly cases: number
  readonly removed: number
  readonly versions: number
  readonly records: number
  readonly entries: number
  /** What lies in the folder that it was copied from and has no place in the copy. */
  readonly behind: readonly StaysBehind[]
}

interface Movable {
  readonly cases: CaseArchive
  readonly records: MovableShelf
  /** What of it no copy has. */
  readonly behind: () => Promise<readonly StaysBehind[]>
  /** Refuses what lies there and is no workspace's. */
  readonly refuseOthers: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Thrown where something has no place in a copy; nothing was copied. */
export class StaysRefused extends Error {
  readonly behind: readonly StaysBehind[]

  constructor(behind: readonly StaysBehind[]) {
    super('some of what lies in the folder would not be in the copy; nothing was copied')
    this.behind = behind
  }
}

/**
 * Copies every case with all its versions, those set aside too, and all records. A copy that was
 * broken off goes on where it ended; where anything else is, nothing is copied. At the end what was
 * copied is read again and compared.
 */
export async function copyWorkspace(move: WorkspaceMove): Promise<WorkspaceCopy> {
  if (move.from === move.to)
    throw new StoreRefusal('taken', 'both places are the same', 'name two places')
  const from = await opened(move.from)
  try {
    const behind = await from.behind()
    if (behind.some(({ altered }) => altered || move.leaveOthers !== true))
      throw new StaysRefused(behind)
    const to = await opened(move.to)
    try {
      const cases = await from.cases.cases()
      await to.refuseOthers()
      await refuseOtherRecords({ from: from.records, to: to.records })
      await refuseOtherCases(cases, { from: from.cases, to: to.cases })
      let versions = 0
      for (const one of cases) versions += await copyCase(one, { from: from.cases, to: to.cases })
      const ends = { from: from.records, to: to.records }
      const removed = cases.filter(({ place }) => place === 'removed').length
      const records = await copyShelf(ends, move.keys === true)
      return { cases: cases.length, removed, versions, ...records, behind }
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

interface Ends {
  readonly from: CaseArchive
  readonly to: CaseArchive
}

/** What differs is found before anything is written beside it. */
async function refuseOtherCases(cases: readonly ArchivedCase[], { from, to }: Ends): Promise<void> {
  const wanted = new Map(cases.map((one) => [one.id, one]))
  for (const { id, shippedFrom } of await to.cases()) {
    const one = wanted.get(id)
    if (!one) throw otherThere(`has a case ${id} of its own`)
    if (one.shippedFrom !== shippedFrom) throw otherThere(`has another case ${id}`)
    await begun(id, { from, to })
  }
}

/** How many of a case's versions are there already; refuses others. */
async function begun(id: string, { from, to }: Ends): Promise<number> {
  const [wanted, found] = [await from.versions(id), await to.versions(id)]
  if (found.some((version, at) => !same(version, wanted[at])))
    throw otherThere(`has other versions of the case ${id}`)
  return found.length
}

function same(a: CaseVersion, b: CaseVersion | undefined): boolean {
  const told = ({ version, origin, aside, base, at, hash }: CaseVersion): string =>
    JSON.stringify([version, origin, aside, base, at, hash])
  return b !== undefined && told(a) === told(b)
}

async function copyCase(one: ArchivedCase, { from, to }: Ends): Promise<number> {
  const { id } = one
  await to.know(one)
  const there = await begun(id, { from, to })
  const versions = await from.versions(id)
  for (const { version } of versions.slice(there)) await to.add(id, await from.text(id, version))
  // Reading a version compares its texts with its hash.
  for (const { version, hash } of versions)
    if ((await to.text(id, version)).hash !== hash)
      throw otherThere(`has another version ${version} of the case ${id}`)
  await to.settle(one)
  return versions.length
}

const opened = (where: string): Promise<Movable> =>
  DATABASE.test(where) ? inDatabase(where) : inFolder(where)

async function inFolder(path: string): Promise<Movable> {
  const workspace = await Workspace.open(path)
  const { folder } = workspace
  try {
    return {
      cases: workspace.archive(),
      records: new FolderShelf(join(folder, '.truce', 'records')),
      behind: () => staysBehind(folder),
      refuseOthers: async () => {
        const [other] = (await workspace.list()).passedBy
        if (other) throw otherThere(`has ${other.name} in it, which is no case`)
      },
      close: () => workspace.close()
    }
  } catch (error) {
    await workspace.close()
    throw error
  }
}

async function inDatabase(url: string): Promise<Movable> {
  const cases = await PostgresArchive.open(url)
  const records = await PostgresShelf.open({ url })
  return {
    cases,
    records,
    behind: async () => [],
    refuseOthers: async () => undefined,
    close: async () => {
      await cases.close()
      await records.close()
    }
  }
}
