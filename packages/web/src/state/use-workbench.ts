import { createContext, use, useMemo, useSyncExternalStore } from 'react'
import type { Engine } from '../engine/protocol.ts'
import { goTo, textFocus } from './address.ts'
import type { CaseStore, Shown } from './case-store.ts'
import type { Room, Workbench } from './workbench.ts'

/** The workbench of the open case. */
export const WorkbenchContext = createContext<Workbench | undefined>(undefined)

/** The workbench around a part of the page. Throws where no case is open: a programmer's error. */
export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext)
  if (!workbench) throw new Error('no case is open here')
  return workbench
}

/** The workbench of a case that was opened, and what of it only the frame shows. */
export function useOpened(
  store: CaseStore,
  engine: Engine,
  focus: string | undefined
): { readonly workbench: Workbench; readonly shown: Shown } {
  const shown = useSyncExternalStore(store.subscribe, store.snapshot)
  const { view, canUndo, canRedo, undoes, redoes, moved } = shown
  const { id } = view
  const ways = useMemo(() => {
    const go = (room: Room, to?: string): void => goTo({ page: 'case', id, room, focus: to })
    return { go, show: (at: string): void => go('case', textFocus(at)) }
  }, [id])
  const deeds = useMemo(() => {
    const { edit, set, change, putFile, undo, redo, putDraft, dropDraft, keepDraft, restore } =
      store
    const { renameProposal, copyProposal } = store
    const proposals = { keepDraft, renameProposal, copyProposal }
    return { edit, set, change, putFile, undo, redo, putDraft, dropDraft, restore, ...proposals }
  }, [store])
  const workbench = useMemo<Workbench>(() => {
    const steps = { canUndo, canRedo, undoes, redoes, moved }
    return { engine, view, ...deeds, ...steps, ...ways, focus }
  }, [engine, view, deeds, canUndo, canRedo, undoes, redoes, moved, ways, focus])
  return { workbench, shown }
}
