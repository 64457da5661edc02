import { Code, VisuallyHidden } from '@mantine/core'
import type { Case } from '@truce/core'
import type { TouchEvent } from 'react'
import { useMemo, useRef, useState } from 'react'
import { differing } from '../../judged/columns.ts'
import { nearest } from '../../judged/nearest.ts'
import { useForesight } from '../../judged/use-foresight.ts'
import type { Standing } from '../../judged/use-judged.ts'
import { useJudged } from '../../judged/use-judged.ts'
import { useRepairs } from '../../judged/use-repairs.ts'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RoomTitle } from '../../ui/room-title.tsx'
import { useWords } from '../../ui/use-words.ts'
import { Wanting } from '../../ui/wanting.tsx'
import { Chooser, neighbour } from './chooser.tsx'
import { Grid } from './grid.tsx'
import { makeDraft } from './head.tsx'
import { Readings } from './readings.tsx'
import classes from './table.module.css'
import type { Table } from './use-table.ts'
import { PAPER, useTable } from './use-table.ts'

/** The table: proposals and drafts side by side, and what every party makes of them. */
export default function TableRoom() {
  const { view } = useWorkbench()
  const { case: source, sound } = view
  if (!source) return <Wanting what="unread" />
  if (source.issues.length === 0) return <WithoutIssues />
  return sound ? <Sound source={source} /> : <Wanting />
}

function Sound({ source }: { readonly source: Case }) {
  const t = useMessages()
  const table = useTable()
  const { columns, shown, paper } = table
  // All are judged, so that on paper none is missing.
  const judged = useJudged(source, columns, shown.at(-1)?.id)
  const standingsOf = (some: Table['shown']): readonly Standing[] =>
    some.map((column) => judged[columns.indexOf(column)] as Standing)
  const standings = standingsOf(shown)
  const edited = columns.find(({ draft }) => draft !== undefined && draft === table.edited)
  useForesight(source, edited, edited && judged[columns.indexOf(edited)])
  const repairing = useRepairs(source)
  const [onlyDiffering, setOnlyDiffering] = useState(false)
  const swiped = useSwipe(table)
  const issues = useIssues(source, table, onlyDiffering)
  if (table.columns.length === 0)
    return (
      <EmptyState
        title={t('table.empty.proposals.title')}
        sentence={t('table.empty.proposals')}
        step={{ label: t('table.draft.start'), go: () => makeDraft(table, undefined) }}
      />
    )
  return (
    <section {...(table.most === 1 ? swiped : {})}>
      <RoomTitle>{t('table.title')}</RoomTitle>
      <Shows table={table} standings={standings} />
      <Chooser table={table} differing={onlyDiffering} onDiffering={setOnlyDiffering} />
      {(paper ? sheetsOf(columns) : [shown]).map((sheet) => (
        <Grid
          key={paper ? sheet[0]?.id : ''}
          {...{ repairing, issues }}
          table={{ ...table, shown: sheet }}
          standings={standingsOf(sheet)}
        />
      ))}
      <Readings table={table} />
      <Announced table={table} standings={standings} />
    </section>
  )
}

/** On paper all columns, as many below each other as fit beside each other. */
const sheetsOf = (columns: Table['columns']): readonly Table['columns'][] =>
  Array.from({ length: Math.ceil(columns.length / PAPER) }, (_, k) =>
    columns.slice(PAPER * k, PAPER * (k + 1))
  )

function WithoutIssues() {
  const t = useMessages()
  const { show } = useWorkbench()
  return (
    <EmptyState
      title={t('table.empty.issues.title')}
      sentence={t('table.empty.issues')}
      step={{ label: t('app.to.text'), go: () => show('issues') }}
    >
      <Code block>{t('table.empty.issues.example')}</Code>
    </EmptyState>
  )
}

/**
 * The issues that have a row. Those on which the columns differ are looked up when they are asked
 * for or other columns are shown, not with every click: else a row would vanish under the hand that
 * works on it.
 */
function useIssues(source: Case, { shown }: Table, onlyDiffering: boolean): Case['issues'] {
  const ids = shown.map(({ id }) => id).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: not with every change of a draft, see above
  return useMemo(
    () => (onlyDiffering && shown.length > 1 ? differing(shown, source.issues) : source.issues),
    [source, ids, onlyDiffering]
  )
}

/** The sentence above the table: what it shows on this case. */
function Shows({
  table,
  standings
}: {
  readonly table: Table
  readonly standings: readonly Standing[]
}) {
  const { t, said: own, numbers } = useWords()
  const best = nearest(standings)
  const answer = standings[best]?.answer
  const title = table.shown[best]?.title ?? ''
  if (!answer) return <p className={classes['shows']}>{t('table.shows.waiting')}</p>
  const { verdict, joint, open } = answer
  const values = {
    title,
    n: table.shown.length,
    verdict: own.say(`verdict.${verdict}`),
    p: numbers.percent(joint.p)
  }
  return (
    <p className={classes['shows']}>
      {t(table.shown.length > 1 ? 'table.shows.judged' : 'table.shows.one', values)}{' '}
      {open.length > 0 ? t('table.open.count', { n: open.length }) : ''}
    </p>
  )
}

/** Says the settled verdict of the column that is worked on, once it is there. */
function Announced({
  table,
  standings
}: {
  readonly table: Table
  readonly standings: readonly Standing[]
}) {
  const { t, said: own, numbers } = useWords()
  const said = useRef('')
  const at = Math.max(
    0,
    table.shown.findIndex(({ id }) => id === table.edited?.id)
  )
  const [column, standing] = [table.shown[at], standings[at]]
  const judged = standing?.answer
  if (column && judged && !standing.pending)
    said.current = t('table.says', {
      title: column.title,
      verdict: own.say(`verdict.${judged.verdict}`),
      p: numbers.percent(judged.joint.p)
    })
  return <VisuallyHidden role="status">{said.current}</VisuallyHidden>
}

/** A swipe along the line of text goes to the next column or the one before. */
function useSwipe(table: Table) {
  const from = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined)
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const touch = touches[0]
      from.current = touch && { x: touch.clientX, y: touch.clientY }
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const touch = changedTouches[0]
      if (!from.current || !touch) return
      const [x, y] = [touch.clientX - from.current.x, touch.clientY - from.current.y]
      if (Math.abs(x) < 60 || Math.abs(x) < 2 * Math.abs(y)) return
      const forward = x < 0 === (document.documentElement.dir !== 'rtl')
      const id = neighbour(table, forward ? 1 : -1)
      if (id !== undefined) table.page(id)
    }
  }
}
