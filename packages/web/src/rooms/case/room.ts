import type { Judgement } from '@truce/core'
import { createContext, use } from 'react'
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
  readonly judgements: ReadonlyMap<string, Judgement>
  readonly citations: ReadonlyMap<string, readonly Citation[]>
  readonly open: (note: Note) => void
  readonly opened: Note | undefined
}

/** The room around a part of the reading view. */
export const RoomContext = createContext<Room | undefined>(undefined)

/** The room around a component. Throws only on a programmer's error. */
export function useRoom(): Room {
  const room = use(RoomContext)
  if (!room) throw new Error('no room around this part')
  return room
}
