import type { CaseListBody, LibraryBody } from '@truce/server'
import type { Api } from '../state/api.ts'
import { inOrder } from './shipped.ts'

/** What the start page lists. */
export interface Lists {
  readonly shipped: LibraryBody['cases']
  /** Cases of the workspace, the one changed last first. */
  readonly own: CaseListBody['cases']
  readonly passedBy: CaseListBody['passedBy']
  /** Ids of the cases that were deleted and can be put back. */
  readonly removed: readonly string[]
}

/** Fetches both lists. */
export async function loadLists(api: Pick<Api, 'library' | 'cases' | 'removed'>): Promise<Lists> {
  const [shipped, { cases, passedBy }, removed] = await Promise.all([
    api.library(),
    api.cases(),
    api.removed()
  ])
  const own = [...cases].sort((a, b) => (a.changed < b.changed ? 1 : -1))
  return { shipped: [...inOrder(shipped)], own, passedBy, removed }
}

/** The id of the workspace's copy of a shipped case: the newest there is, else a new one. */
export const openShipped = async (api: Pick<Api, 'make'>, library: string): Promise<string> =>
  (await api.make({ from: 'library', library, once: true })).id
