import { createContext, use } from 'react'
import type { CaseView } from '../../state/workbench.ts'

/** Where a record is shown: in the room of its case, or by itself to whoever may not read the case. */
export interface RecordPlace {
  /** The case that it is of, by its id. */
  readonly of: string
  /** The case that is open around it. */
  readonly open: Pick<CaseView, 'case' | 'files'> | undefined
  /** Whether the text that it was begun under is read, or only who the parties are. */
  readonly reads: 'text' | 'field'
  /** What the server does for whoever keeps it, and whether others may be begun. */
  readonly keeps: boolean
  /** For which party one is there who keeps nothing. */
  readonly party: string | undefined
  /** The address of a record with what is shown of it. */
  readonly href: (focus: string) => string
  readonly go: (focus: string) => void
  /** Opens the text of the case at a place. */
  readonly show: (at: string) => void
}

/** The place of the record that is shown. */
export const PlaceContext = createContext<RecordPlace | undefined>(undefined)

/** Where the record is shown. Throws where none is: a programmer's error. */
export function usePlace(): RecordPlace {
  const place = use(PlaceContext)
  if (!place) throw new Error('no record is shown here')
  return place
}
