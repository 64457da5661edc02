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
import { ownName } from '../../state/person.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import type { CaseView, TableDraft } from '../../state/workbench.ts'
import { useLatest } from '../../ui/use-latest.ts'

/** What is on the table and what can be done with it. */
export interface Table {
  readonly columns: readonly Column[]
  readonly shown: readonly Column[]
  /** How many columns fit side by side. */
  readonly most: number
  /** Columns that were shown until a draft took their place. */
  readonly gaveWay: readonly Column[]
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
  /** Takes a draft off the table. Returns the column that the eye goes to then. */
  readonly drop: (draft: TableDraft) => string | undefined
}

/** What can be done with one column: these stay the same, so that a cell is drawn once. */
export type Deeds = Pick<Table, 'draftOf' | 'show' | 'edit' | 'mend' | 'rename' | 'drop'>

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
  const [wanted, setWanted] = useShown(view, focus)
  const [gaveWay, setGaveWay] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState(focus)
  useEffect(() => {
    if (focus === undefined) return
    setWanted((before) => asking(before, focus, []))
    setChosen(focus)
  }, [focus, setWanted])
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
    const next = asking(ids, draft.id, column ? [column.id] : [])
    setWanted(next)
    setGaveWay(next.slice(0, Math.max(0, next.length - most)))
    setChosen(draft.id)
    return draft.id
  }
  return {
    columns,
    shown,
    most,
    paper,
    gaveWay: columns.filter(({ id }) => gaveWay.includes(id) && !ids.includes(id)),
    edited,
    show: useLatest(show),
    page: (id) => setWanted([...wanted.filter((one) => one !== id), id]),
    hide: useLatest((id) => setWanted(ids.filter((one) => one !== id))),
    edit: useLatest((id) => {
      setChosen(id)
      setWanted(asking(ids, id, []))
    }),
    draftOf: useLatest(draftOf),
    choose: (draft, issue, option) => putDraft(withOptions(draft, { [issue]: option })),
    mend: useLatest((draft, changes) => putDraft(withOptions(draft, changes))),
    rename: useLatest((draft, title) => putDraft({ ...draft, title })),
    drop: useLatest(({ id }) => {
      dropDraft(id)
      return (shown.findLast((one) => one.id !== id) ?? columns.find((one) => one.id !== id))?.id
    })
  }
}

/**
 * Which columns were asked for: those of the last visit, else what the case proposes with the last
 * drafts beside it.
 */
function useShown(
  { id, case: source, drafts }: CaseView,
  focus: string | undefined
): readonly [readonly string[], (wanted: Wanted) => void] {
  const key = ownName(`truce.table.${id}`)
  const [wanted, setWanted] = useState<readonly string[]>(() => {
    const kept = keptIn(key)
    const last = drafts.map((draft) => draft.id).slice(-2)
    const proposals = (source?.proposals ?? []).map((proposal) => proposal.id)
    // Where fewer fit, the last ones asked for stay: a draft, then the first proposal.
    const first = kept ?? [...proposals.slice(0, COLUMNS - last.length).reverse(), ...last]
    return focus === undefined ? first : asking(first, focus, [])
  })
  useEffect(() => sessionStorage.setItem(key, wanted.join(' ')), [key, wanted])
  return [wanted, setWanted]
}

type Wanted = readonly string[] | ((before: readonly string[]) => readonly string[])

/** No id has a blank in it. */
const keptIn = (key: string): readonly string[] | undefined =>
  sessionStorage.getItem(key)?.split(' ').filter(Boolean)

/** As many as fit at most. */
const COLUMNS = 4

/** How many columns stand side by side on paper. */
export const PAPER = COLUMNS

/** How many columns can be read side by side at the width of the window. */
function useMost(): number {
  const [two, three, four] = [
    useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false }),
    useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false }),
    useMediaQuery('(min-width: 78em)', true, { getInitialValueInEffect: false })
  ]
  return four ? 4 : three ? 3 : two ? 2 : 1
}
