import type { CaseStore } from '@truce/core'
import type { OpenRecords } from '../../records/records.ts'
import type { Access } from './access.ts'
import type { Asking } from './asking.ts'
import { Organisations } from './organisations.ts'
import { caseThing, recordThing, trackThing } from './standing.ts'
import type { Act } from './tables.ts'

/** What the names of things are looked up in. */
export interface ActNaming {
  readonly access: Access
  readonly asking: Asking
  /** Titles of cases are read from here without being noted: no more of them is told. */
  readonly workspace: CaseStore
  readonly records: OpenRecords
  readonly titleOf: (
    files: Awaited<ReturnType<CaseStore['read']>>['files']
  ) => Promise<string | null>
}

/** The things that a resource speaks of: `track:t/person:p` and `case:c track:t` of two. */
const thingsIn = (resource: string): readonly string[] => resource.split(/ |\/(?=[a-z]+:)/)

/**
 * What the things are called that acts were done with, by their names in the acts: of those that the
 * asker may see. What has no name any more is left out.
 */
export async function actNames(
  { access, asking, workspace, records, titleOf }: ActNaming,
  acts: readonly Pick<Act, 'resource'>[]
): Promise<Readonly<Record<string, string>>> {
  const things = new Set(acts.flatMap(({ resource }) => thingsIn(resource)))
  const idsOf = (kind: string): readonly string[] =>
    [...things].flatMap((one) => (one.startsWith(`${kind}:`) ? [one.slice(kind.length + 1)] : []))
  const found = new Map<string, string>()
  const put = (thing: string, name: string | null | undefined): void => {
    if (name) found.set(thing, name)
  }
  const people = [...new Set([...idsOf('person'), ...idsOf('introduction')])]
  for (const [id, name] of await access.names(people)) {
    if (things.has(`person:${id}`)) put(`person:${id}`, name)
    if (things.has(`introduction:${id}`)) put(`introduction:${id}`, name)
  }
  for (const { id, name } of await new Organisations(asking, access.tables).seen())
    if (things.has(`organisation:${id}`)) put(`organisation:${id}`, name)
  const papers = idsOf('paper').map((place) => place.split('/')[0] ?? '')
  for (const { id, name } of await access.tables.find('track', {
    id: [...new Set([...idsOf('track'), ...papers])]
  })) {
    if (!asking.can('read', trackThing(id))) continue
    if (things.has(`track:${id}`)) put(`track:${id}`, name)
    // A sealed paper has no title here: it is told by its track.
    for (const one of things) if (one.startsWith(`paper:${id}/`)) put(one, name)
  }
  for (const id of idsOf('case')) {
    if (!asking.can('read', caseThing(id))) continue
    const state = await workspace.read(id).catch(() => undefined)
    put(`case:${id}`, state && (await titleOf(state.files)))
  }
  for (const place of idsOf('record')) {
    const [of = '', id = ''] = place.split('/')
    if (!asking.can('read', recordThing(of, id))) continue
    const record = await records.read(of, id).catch(() => undefined)
    put(`record:${place}`, record?.opening?.title)
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}
