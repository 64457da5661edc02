import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { Terms } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import {
  asking,
  columnsOf,
  draftFrom,
  newDraft,
  shownColumns,
  withOptions
} from '../../judged/columns.ts'
import { readTableFocus } from '../../judged/readings-focus.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import type { TableDraft } from '../../state/workbench.ts'

/** What is on the table and what can be done with it. */
export interface Table {
  readonly columns: readonly Column[]
  readonly shown: readonly Column[]
  /** How many columns fit side by side. */
  readonly most: number
  /** Whether it is being printed. */
  readonly paper: boolean
  /** The draft whose options can be clicked. */
  readonly edited: TableDraft | undefined
  readonly show: (id: string) => void
  /** Shows a column alone. */
  readonly page: (id: string) => void
  readonly hide: (id: string) => void
  readonly edit: (id: string) => void
  /**
   * Makes a draft of a column, or an empty one, with some issues settled otherwise. Returns its id.
   */
  readonly draftOf: (column: Column | undefined, changes?: Terms) => string
  readonly choose: (draft: TableDraft, issue: string, option: string | undefined) => void
  /** Settles several issues of a draft at once. */
  readonly mend: (draft: TableDraft, changes: Terms) => void
  readonly rename: (draft: TableDraft, title: string) => void
  readonly drop: (draft: TableDraft) => void
}

/**
 * The state of the table: which columns are shown, and which draft is edited. The drafts themselves
 * are the workbench's.
 */
export function useTable(): Table {
  const { view, focus: address, putDraft, dropDraft } = useWorkbench()
  const { column: focus } = readTableFocus(address)
  const t = useMessages()
  const most = useMost()
  const paper = useMediaQuery('print', false, { getInitialValueInEffect: false }) === true
  const columns = columnsOf(view, useLanguage())
  const [wanted, setWanted] = useState<readonly string[]>(
    focus === undefined ? view.drafts.map(({ id }) => id).slice(-2) : [focus]
  )
  const [chosen, setChosen] = useState(focus)
  useEffect(() => {
    if (focus === undefined) return
    setWanted((before) => asking(before, focus, []))
    setChosen(focus)
  }, [focus])
  const shown = shownColumns(columns, wanted, most)
  const drafts = shown.flatMap(({ draft }) => draft ?? [])
  const edited = drafts.find(({ id }) => id === chosen) ?? drafts.at(-1)
  const ids = shown.map(({ id }) => id)
  const show = (id: string): void => setWanted(asking(ids, id, edited ? [edited.id] : []))
  const draftOf: Table['draftOf'] = (column, changes = {}) => {
    const source = view.case ?? { issues: [] }
    const draft = column
      ? draftFrom(column, columns, {
          source,
          title: t('work.draft.of', { title: column.title }),
          changes
        })
      : newDraft(columns, t('work.draft.empty'), withOptions({ terms: {} }, changes))
    putDraft(draft)
    setWanted(asking(ids, draft.id, column ? [column.id] : []))
    setChosen(draft.id)
    return draft.id
  }
  return {
    columns,
    shown,
    most,
    paper,
    edited,
    show,
    page: (id) => setWanted([...wanted.filter((one) => one !== id), id]),
    hide: (id) => setWanted(ids.filter((one) => one !== id)),
    edit: (id) => {
      setChosen(id)
      setWanted(asking(ids, id, []))
    },
    draftOf,
    choose: (draft, issue, option) => putDraft(withOptions(draft, { [issue]: option })),
    mend: (draft, changes) => putDraft(withOptions(draft, changes)),
    rename: (draft, title) => putDraft({ ...draft, title }),
    drop: ({ id }) => dropDraft(id)
  }
}

/** How many columns stand side by side on paper. */
export const PAPER = 4

/** How many columns can be read side by side at the width of the window. */
function useMost(): number {
  const [two, three, four] = [
    useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false }),
    useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false }),
    useMediaQuery('(min-width: 78em)', true, { getInitialValueInEffect: false })
  ]
  return four ? 4 : three ? 3 : two ? 2 : 1
}
