import { Button, Code, VisuallyHidden } from '@mantine/core'
import type { Case } from '@truce/core'
import type { ReactNode, TouchEvent } from 'react'
import { useMemo, useRef, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import type { Workbench } from '../../state/workbench.ts'
import { Chooser, neighbour } from './chooser.tsx'
import { differing } from './columns.ts'
import { GroundContext, useWords } from './context.ts'
import { Grid } from './grid.tsx'
import { makeDraft } from './head.tsx'
import { nearest } from './nearest.ts'
import classes from './table.module.css'
import type { Standing } from './use-judged.ts'
import { useJudged } from './use-judged.ts'
import { useRepairs } from './use-repairs.ts'
import type { Table } from './use-table.ts'
import { useTable } from './use-table.ts'

/** The table: proposals and drafts side by side, and what every party makes of them. */
export default function TableRoom({ workbench }: { readonly workbench: Workbench }) {
  const { show, view } = workbench
  const { case: source } = view
  const latest = useRef(show)
  latest.current = show
  const ground = useMemo(
    () => (source ? { source, show: (at: string) => latest.current(at) } : undefined),
    [source]
  )
  if (!ground) return <Unread workbench={workbench} />
  return (
    <GroundContext value={ground}>
      {ground.source.issues.length === 0 ? (
        <WithoutIssues workbench={workbench} />
      ) : view.sound ? (
        <Sound workbench={workbench} source={ground.source} />
      ) : (
        <Unsound workbench={workbench} />
      )}
    </GroundContext>
  )
}

function Sound({ workbench, source }: { readonly workbench: Workbench; readonly source: Case }) {
  const t = useMessages()
  const table = useTable(workbench)
  const standings = useJudged(workbench, table.shown)
  const repairing = useRepairs(workbench)
  const [onlyDiffering, setOnlyDiffering] = useState(false)
  const swiped = useSwipe(table)
  const issues = useIssues(source, table, onlyDiffering)
  if (table.columns.length === 0) return <WithoutColumns table={table} />
  return (
    <section className={classes['room']} {...(table.most === 1 ? swiped : {})}>
      <VisuallyHidden component="h2">{t('table.title')}</VisuallyHidden>
      <Shows table={table} standings={standings} />
      <Chooser table={table} differing={onlyDiffering} onDiffering={setOnlyDiffering} />
      <Grid table={table} standings={standings} repairing={repairing} issues={issues} />
      <Announced table={table} standings={standings} />
    </section>
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
  const { verdict, joint, open } = answer.judged
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
  const judged = standing?.answer?.judged
  if (column && judged && standing.settled)
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

function Empty({
  title,
  children,
  action
}: {
  readonly title: string
  readonly children: ReactNode
  readonly action: ReactNode
}) {
  return (
    <section className={classes['empty']}>
      <h2>{title}</h2>
      {children}
      {action}
    </section>
  )
}

function Unread({ workbench }: { readonly workbench: Workbench }) {
  const t = useMessages()
  return (
    <Empty
      title={t('table.empty.unread.title')}
      action={<Button onClick={() => workbench.go('case')}>{t('table.to.case')}</Button>}
    >
      <p>{t('table.empty.unread')}</p>
    </Empty>
  )
}

function Unsound({ workbench }: { readonly workbench: Workbench }) {
  const t = useMessages()
  const errors = workbench.view.findings.filter(({ severity }) => severity === 'error').length
  return (
    <Empty
      title={t('table.empty.unsound.title')}
      action={<Button onClick={() => workbench.go('case')}>{t('table.to.case')}</Button>}
    >
      <p>{t('table.empty.unsound', { n: errors })}</p>
    </Empty>
  )
}

function WithoutIssues({ workbench }: { readonly workbench: Workbench }) {
  const t = useMessages()
  return (
    <Empty
      title={t('table.empty.issues.title')}
      action={<Button onClick={() => workbench.show('issues')}>{t('table.to.text')}</Button>}
    >
      <p>{t('table.empty.issues')}</p>
      <Code block>{t('table.empty.issues.example')}</Code>
    </Empty>
  )
}

function WithoutColumns({ table }: { readonly table: Table }) {
  const t = useMessages()
  return (
    <Empty
      title={t('table.empty.proposals.title')}
      action={<Button onClick={() => makeDraft(table, undefined)}>{t('table.draft.start')}</Button>}
    >
      <p>{t('table.empty.proposals')}</p>
    </Empty>
  )
}
