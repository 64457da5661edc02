import type { Case, Judgement } from '@truce/core'
import { createContext, useContext } from 'react'
import type { Workbench } from '../../state/workbench.ts'
import type { Citation } from './citations.ts'
import type { Scale } from './scale.ts'

/**
 * What the margin note is about: a judged number, or a source. `anchor` is the button that opened
 * it.
 */
export type Note = { readonly anchor: HTMLElement } & (
  | { readonly kind: 'number'; readonly at: string; readonly label: string; readonly scale?: Scale }
  | { readonly kind: 'source'; readonly id: string }
)

/** What every part of the reading view may use. */
export interface Room {
  readonly workbench: Workbench
  readonly source: Case
  readonly judgements: ReadonlyMap<string, Judgement>
  readonly citations: ReadonlyMap<string, readonly Citation[]>
  readonly open: (note: Note) => void
  readonly opened: Note | undefined
  /** Opens the text editor at a pointer. */
  readonly showText: (at: string) => void
}

/** The room around a part of the reading view. */
export const RoomContext = createContext<Room | undefined>(undefined)

/** The room around a component. Throws only on a programmer's error. */
export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('no room around this part')
  return room
}
