import { useMemo, useSyncExternalStore } from 'react'
import type { Engine } from '../engine/protocol.ts'
import { addressOf } from './address.ts'
import type { CaseStore, Shown } from './case-store.ts'
import type { Room, Workbench } from './workbench.ts'

/** Goes to an address of the page. */
export function goTo(address: Parameters<typeof addressOf>[0]): void {
  location.hash = addressOf(address)
}

/** The case's place in a text editor as a focus of the room `case`. */
export const textFocus = (at: string): string => `text:${at}`

/** The workbench of an open case, and what of it only the frame shows. */
export function useWorkbench(
  store: CaseStore,
  engine: Engine,
  focus: string | undefined
): { readonly workbench: Workbench; readonly shown: Shown } {
  const shown = useSyncExternalStore(store.subscribe, store.snapshot)
  const { view, canUndo, canRedo } = shown
  const { id } = view
  const workbench = useMemo<Workbench>(() => {
    const go = (room: Room, to?: string): void => goTo({ page: 'case', id, room, focus: to })
    const { edit, set, undo, redo, putDraft, dropDraft } = store
    const show = (at: string): void => go('case', textFocus(at))
    return {
      engine,
      view,
      edit,
      set,
      undo,
      redo,
      canUndo,
      canRedo,
      putDraft,
      dropDraft,
      show,
      go,
      focus
    }
  }, [store, engine, view, id, canUndo, canRedo, focus])
  return { workbench, shown }
}
