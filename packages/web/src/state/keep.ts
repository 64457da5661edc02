import type { SourceFile } from '@truce/core'
import { ownName } from './person.ts'
import type { TableDraft } from './workbench.ts'

/** Texts that were not saved yet, and the version they were made from. */
export interface Unsaved {
  readonly files: readonly SourceFile[]
  readonly base: number
}

/** What the browser keeps of a case, so that nothing is lost on reload. */
export interface Keep {
  readonly drafts: () => readonly TableDraft[]
  readonly putDrafts: (drafts: readonly TableDraft[]) => void
  /** Tells of the drafts that another page of this browser keeps, until the returned is called. */
  readonly followDrafts: (changed: (drafts: readonly TableDraft[]) => void) => () => void
  readonly unsaved: () => Unsaved | undefined
  readonly putUnsaved: (unsaved: Unsaved | undefined) => void
}

/**
 * Keeps under the case's id and whoever is signed in; where the store is full or forbidden, it keeps nothing. `pages` is where
 * the browser tells what other pages have kept.
 */
export function keepOf(
  id: string,
  store: Storage = localStorage,
  pages: EventTarget = globalThis
): Keep {
  const drafts = ownName(`truce.drafts.${id}`)
  const unsaved = ownName(`truce.unsaved.${id}`)
  return {
    drafts: () => read<readonly TableDraft[]>(store, drafts) ?? [],
    putDrafts: (list) => write(store, drafts, list.length > 0 ? list : undefined),
    followDrafts: (changed) => {
      const tell = (event: Event): void => {
        if ('key' in event && event.key === drafts)
          changed(read<readonly TableDraft[]>(store, drafts) ?? [])
      }
      pages.addEventListener('storage', tell)
      return () => pages.removeEventListener('storage', tell)
    },
    unsaved: () => read<Unsaved>(store, unsaved),
    putUnsaved: (value) => write(store, unsaved, value)
  }
}

function read<T>(store: Storage, key: string): T | undefined {
  try {
    return JSON.parse(store.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

function write(store: Storage, key: string, value: unknown): void {
  try {
    if (value === undefined) store.removeItem(key)
    else store.setItem(key, JSON.stringify(value))
  } catch {
    // A full store must not stop the work: the server has what is saved.
  }
}
