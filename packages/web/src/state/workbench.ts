import type { Case, SourceFile } from '@truce/core'
import type { Engine, Finding, Terms } from '../engine/protocol.ts'

/** Rooms in the order of the workbench. */
export const ROOMS = ['desk', 'case', 'table', 'deals', 'stability'] as const
export type Room = (typeof ROOMS)[number]

/** Whether what is on the screen is on the disk. */
export type Saved = 'saved' | 'saving' | 'unsaved' | 'conflict' | 'failed'

/** A draft that is put together on the table, beside the case's own proposals. */
export interface TableDraft {
  readonly id: string
  readonly title: string
  readonly terms: Terms
  /** The proposal it began from, where it began from one. */
  readonly from?: string
}

/** What the rooms show. The files are the truth: everything else is read from them. */
export interface CaseView {
  readonly id: string
  readonly files: readonly SourceFile[]
  readonly case: Case | undefined
  readonly sound: boolean
  readonly findings: readonly Finding[]
  readonly saved: Saved
  readonly drafts: readonly TableDraft[]
}

/**
 * What the rooms can do. Every change of the text goes through `edit`, can be undone, and is saved
 * by itself.
 */
export interface Workbench {
  readonly engine: Engine
  readonly view: CaseView
  /**
   * Changes the text of one file. `key` joins quick changes of one place (typing, dragging) into
   * one step to undo.
   */
  readonly edit: (file: string, text: string, key?: string) => void
  /**
   * Sets the value at a place of the YAML (a pointer such as
   * `stances/russia/interests/status/weight`), keeping comments and order.
   */
  readonly set: (at: string, value: unknown) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly putDraft: (draft: TableDraft) => void
  readonly dropDraft: (id: string) => void
  /**
   * Opens the text editor at a place of the case, such as `stances/russia/redlines/no-nato`:
   * `go('case', 'text:' + at)`. `stretchOf` in pointer.ts finds it in the files.
   */
  readonly show: (at: string) => void
  /**
   * Goes to a room; `focus` is a proposal, draft, state or place to look at there, and is part of
   * the address.
   */
  readonly go: (room: Room, focus?: string) => void
  readonly focus: string | undefined
}
