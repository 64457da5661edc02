import { createContext, use } from 'react'
import type { CaseNames } from './names.ts'

/**
 * The case that is shown, by its names in the reader's language, and the way into its text. It
 * changes only when the case or the language does, so that what is memoised is not drawn again.
 */
export interface Ground extends CaseNames {
  /** Opens the text at a place of the case, such as `stances/russia/redlines/no-nato`. */
  readonly show: (at: string) => void
}

/** The ground of a room whose case is read. */
export const GroundContext = createContext<Ground | undefined>(undefined)

/** The ground around a part of a room. Throws where no case is read: a programmer's error. */
export function useGround(): Ground {
  const ground = use(GroundContext)
  if (!ground) throw new Error('no case is shown here')
  return ground
}
