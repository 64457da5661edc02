import type { Case } from '@truce/core'
import { useEffect, useRef, useState } from 'react'
import type { Terms } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import { columnsOf, draftFrom, newDraft, withOptions } from '../../judged/columns.ts'
import { nearest } from '../../judged/nearest.ts'
import { useForesight } from '../../judged/use-foresight.ts'
import type { Standing } from '../../judged/use-judged.ts'
import { useJudged } from '../../judged/use-judged.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { nameShown } from '../../state/address.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import type { TableDraft } from '../../state/workbench.ts'
import { useLatest } from '../../ui/use-latest.ts'

/** What lies on the desk and what can be done with it. */
export interface Desk {
  /** Proposals of the case, then drafts, each with what is known of it. */
  readonly columns: readonly Column[]
  readonly standings: readonly Standing[]
  /** What is worked on; undefined while the nearest proposal is looked for, or where there is none. */
  readonly shown: Column | undefined
  /** The nearest proposal is still looked for: a choice would not know what it changes. */
  readonly isLooking: boolean
  readonly standing: Standing | undefined
  /** The proposal that the shown draft began from. */
  readonly parent: Column | undefined
  readonly pick: (id: string) => void
  /** Settles an issue of what is shown, or leaves it open; a proposal becomes a draft by it. */
  readonly choose: Choose
  /** Settles several issues at once. */
  readonly mend: (changes: Terms) => void
  /** Makes a draft that says what is shown. */
  readonly copy: () => void
  /** Takes a draft off the desk; what it began from is shown again. */
  readonly drop: (draft: TableDraft) => void
}

/** Settles an issue; without an option it is left open. */
export type Choose = (issue: string, option: string | undefined) => void

/**
 * The state of the desk. It opens on what the address names, else on the last draft, else on the
 * proposal nearest to agreement.
 */
export function useDesk(source: Case): Desk {
  const { view, focus, go, putDraft, dropDraft } = useWorkbench()
  const t = useMessages()
  const columns = columnsOf(view, useLanguage())
  const [wanted, setWanted] = useState<readonly string[]>(() =>
    [view.drafts.at(-1)?.id, focus].filter((id) => id !== undefined)
  )
  const named = useRef<string | undefined>(undefined)
  useEffect(() => {
    // An address that only names what is shown asks for nothing.
    if (focus !== undefined && focus !== named.current) setWanted((before) => [...before, focus])
  }, [focus])
  const at = (id: string | undefined): number => columns.findIndex((column) => column.id === id)
  const opened = useRef<string | undefined>(undefined)
  const looked = wanted.findLast((id) => at(id) >= 0) ?? opened.current
  const standings = useJudged(source, columns, looked)
  opened.current ??= openingOf(columns, standings)
  const place = at(looked ?? opened.current)
  const shown = columns[place]
  const here = shown?.id
  useForesight(source, shown, standings[place])
  useEffect(() => {
    // What the address named may have been discarded, or brought back.
    if (focus === undefined || here === undefined) return
    named.current = here
    nameShown({ page: 'case', id: view.id, room: 'desk', focus: here })
  }, [focus, here, view.id])
  const pick = (id: string): void => {
    setWanted((before) => [...before, id])
    go('desk', id)
  }
  const another = (): TableDraft =>
    shown
      ? draftFrom(shown, columns, { source, title: t('work.draft.of', { title: shown.title }) })
      : newDraft(columns, t('work.draft.empty'), { terms: {} })
  const draft = shown?.draft ?? another()
  const add = (made: TableDraft): void => {
    putDraft(made)
    // Where the draft is taken back, what it was made of is shown again.
    setWanted((before) => [...before, ...(shown ? [shown.id] : [])])
    pick(made.id)
  }
  const put = (changed: TableDraft): void => (shown?.draft ? putDraft(changed) : add(changed))
  return {
    columns,
    standings,
    shown,
    isLooking: shown === undefined && columns.length > 0,
    standing: standings[place],
    parent: columns[at(shown?.draft?.of)],
    pick: useLatest(pick),
    choose: useLatest((issue, option) => put(withOptions(draft, { [issue]: option }))),
    mend: useLatest((changes) => put(withOptions(draft, changes))),
    copy: useLatest(() => add(another())),
    drop: useLatest(({ id, of }) => {
      // Behind the draft, so that it is shown again where this is undone.
      setWanted((before) => [...before, ...(of === undefined ? [] : [of]), id])
      dropDraft(id)
    })
  }
}

/**
 * The proposal nearest to agreement, once every proposal has a first answer. The first one found
 * stays, so that the desk is not turned over under the reader's hands.
 */
function openingOf(columns: readonly Column[], standings: readonly Standing[]): string | undefined {
  const proposals = columns.flatMap((column, i) =>
    column.proposal ? [{ id: column.id, answer: standings[i]?.answer }] : []
  )
  const isKnown = proposals.every(({ answer }) => answer !== undefined)
  return isKnown ? proposals[nearest(proposals)]?.id : undefined
}
