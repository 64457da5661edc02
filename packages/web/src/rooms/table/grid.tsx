import { VisuallyHidden } from '@mantine/core'
import type { Case, Issue } from '@truce/core'
import type { ReactNode } from 'react'
import { memo, useCallback, useRef } from 'react'
import type { Judged } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import { askOf, saidOn, stagesOf } from '../../judged/columns.ts'
import type { Crossing } from '../../judged/redlines.ts'
import { crossingRows, homesOf, wouldCross } from '../../judged/redlines.ts'
import type { Standing } from '../../judged/use-judged.ts'
import type { Repairing } from '../../judged/use-repairs.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { useStuckHeight } from '../../ui/use-stuck-height.ts'
import { useWords } from '../../ui/use-words.ts'
import type { Choose } from './choice.tsx'
import { Choice, SaidCell } from './choice.tsx'
import { Head, Remarks } from './head.tsx'
import { Key } from './key.tsx'
import { Redlines, rowId } from './redline-list.tsx'
import { Repairs } from './repairs.tsx'
import { gainScale, PartyCell, Walkers } from './strip.tsx'
import classes from './table.module.css'
import type { Table } from './use-table.ts'

interface Props {
  readonly table: Table
  readonly standings: readonly Standing[]
  readonly repairing: Repairing
  readonly issues: readonly Issue[]
}

/** Issues down, packages across; under the head of each what the parties make of it. */
export function Grid({ table, standings, repairing, issues }: Props) {
  const { t } = useWords()
  const choose = useChoose(table)
  const head = useStuckHeight<HTMLTableSectionElement>('--truce-stuck')
  const cells = (key: string, cell: (column: Column, standing: Standing) => ReactNode): ReactNode =>
    table.shown.map((column, i) => (
      <td key={`${key} ${column.id}`}>{cell(column, standings[i] as Standing)}</td>
    ))
  return (
    <table className={classes['grid']}>
      <colgroup>
        <col className={classes['names']} />
        <col span={table.shown.length} />
      </colgroup>
      <thead ref={head}>
        <tr>
          <td />
          {table.shown.map((column, i) => (
            <th key={column.id} scope="col">
              <Head column={column} standing={standings[i] as Standing} />
            </th>
          ))}
        </tr>
      </thead>
      <Acceptance {...{ table, standings, repairing, issues }} cells={cells} />
      <tbody>
        <GroupHead across={table.shown.length + 1}>{t('table.group.issues')}</GroupHead>
        {issues.map((issue) => (
          <IssueRow key={issue.id} {...{ issue, issues, table, cells, choose }} />
        ))}
      </tbody>
    </table>
  )
}

type Cells = (key: string, cell: (column: Column, standing: Standing) => ReactNode) => ReactNode

function Acceptance({
  table,
  standings,
  repairing,
  issues,
  cells
}: Props & { readonly cells: Cells }) {
  const { t, source } = useWords()
  const { draftOf, show, edit, mend, rename, drop } = table
  const deeds = { draftOf, show, edit, mend, rename, drop }
  const scale = gainScale(standings)
  const homes = new Map(
    table.shown.flatMap((column, i) => {
      const answer = standings[i]?.answer
      return answer
        ? [[column.id, homesOf(crossingRows(source, column, answer), issues)] as const]
        : []
    })
  )
  return (
    <tbody>
      <GroupHead across={table.shown.length + 1} below={<Key />}>
        {t('table.group.acceptance')}
      </GroupHead>
      <tr className={classes['remarks']}>
        <td>
          <VisuallyHidden>{t('table.row.together')}</VisuallyHidden>
        </td>
        {cells('remarks', (column, { answer }) => (
          <Remarks {...deeds} column={column} edited={isEdited(column, table)} judged={answer} />
        ))}
      </tr>
      {speaking(source).map((who) => (
        <tr key={who}>
          <th scope="row">
            <PartyMark party={who} />
          </th>
          {cells(who, (column, standing) => (
            <PartyCell
              judged={standing.answer}
              stale={standing.stale}
              party={who}
              scale={scale}
              homes={homes.get(column.id) ?? NOWHERE}
            />
          ))}
        </tr>
      ))}
      <tr>
        <th scope="row">{t('table.row.walkers')}</th>
        {cells('walkers', ({ id }, { answer }) => (
          <Walkers judged={answer} homes={homes.get(id) ?? NOWHERE} />
        ))}
      </tr>
      <tr>
        <th scope="row">{t('table.row.repairs')}</th>
        {cells('repairs', (column, standing) => (
          <Repairs
            {...{ column, draftOf, mend, standing }}
            found={repairing.of(askOf(column, source))}
            look={repairing.look}
          />
        ))}
      </tr>
    </tbody>
  )
}

interface RowProps {
  readonly issue: Issue
  /** All that have a row. */
  readonly issues: readonly Issue[]
  readonly table: Table
  readonly cells: Cells
  readonly choose: Choose
}

function IssueRow({ issue, issues, table, cells, choose }: RowProps) {
  const { issue: title } = useWords()
  return (
    <tr>
      <th scope="row" id={rowId(issue.id)} tabIndex={-1}>
        {title(issue.id)}
      </th>
      {cells(issue.id, (column, { answer }) => (
        <IssueCell
          {...{ issue, issues, column, answer, choose }}
          edited={isEdited(column, table)}
        />
      ))}
    </tr>
  )
}

interface CellProps extends Pick<RowProps, 'issue' | 'issues' | 'choose'> {
  readonly column: Column
  readonly answer: Judged | undefined
  readonly edited: boolean
}

/** What a column says about an issue, and what it crosses there; drawn once for each answer. */
const IssueCell = memo(function IssueCell({
  issue,
  issues,
  column,
  answer,
  edited,
  choose
}: CellProps) {
  const { source } = useWords()
  return (
    <>
      {edited ? (
        <Choice
          issue={issue}
          of={column.id}
          title={column.title}
          said={saidOn(column, issue)}
          crossing={wouldCross(source, issue.id, stagesOf(column, source))}
          choose={choose}
        />
      ) : (
        <SaidCell column={column} issue={issue} />
      )}
      <Redlines
        crossings={(answer && toldAt(issue, issues, crossingRows(source, column, answer))) ?? NONE}
        named
      />
    </>
  )
})

/** Whether it is the draft whose options can be clicked. */
const isEdited = ({ draft }: Column, { edited }: Table): boolean =>
  draft !== undefined && draft.id === edited?.id

const NONE: readonly Crossing[] = []
const NOWHERE: ReadonlyMap<string, string> = new Map()

/** The crossings that are told in the row of an issue; those with an earlier row are told there. */
function toldAt(
  { id }: Issue,
  issues: readonly Issue[],
  rows: ReadonlyMap<string, readonly Crossing[]>
): readonly Crossing[] {
  const homes = homesOf(rows, issues)
  return (rows.get(id) ?? []).filter(({ redline }) => homes.get(redline.at) === id)
}

/**
 * Chooses in whatever draft is edited at the time; itself it stays the same, so that what has not
 * changed is not drawn again.
 */
function useChoose(table: Table): Choose {
  const latest = useRef(table)
  latest.current = table
  return useCallback((issue, option) => {
    const { edited, choose } = latest.current
    if (edited) choose(edited, issue, option)
  }, [])
}

function GroupHead({
  across,
  below,
  children
}: {
  readonly across: number
  readonly below?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <>
      <tr className={classes['group']}>
        <th colSpan={across} scope="rowgroup">
          <h3>{children}</h3>
        </th>
      </tr>
      {below === undefined ? null : (
        <tr className={classes['below']}>
          <td colSpan={across}>{below}</td>
        </tr>
      )}
    </>
  )
}

/** Whoever has a stance or whose consent may be needed, in the order of the parties. */
function speaking({ parties, stances, required }: Case): readonly string[] {
  const asked = new Set([...stances.keys(), ...required.map(({ party }) => party)])
  return [...parties.keys()].filter((party) => asked.has(party))
}
