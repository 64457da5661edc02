import { Button } from '@mantine/core'
import { memo, useState } from 'react'
import type { Repaired } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import { askOf, saidOn, stagesOf } from '../../judged/columns.ts'
import { helps } from '../../judged/helping.ts'
import { newlyCrossed } from '../../judged/redlines.ts'
import type { Standing } from '../../judged/use-judged.ts'
import { useObstacle } from '../../judged/use-obstacle.ts'
import type { Repairing } from '../../judged/use-repairs.ts'
import { useSaid } from '../../judged/use-said.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import { VerdictWord } from '../../ui/verdict-word.tsx'
import { Working } from '../../ui/working.tsx'
import { goTo, makeDraft } from './head.tsx'
import classes from './table.module.css'
import type { Deeds } from './use-table.ts'

/** Repairs shown before the rest is asked for. */
const FIRST = 3

interface Props extends Pick<Deeds, 'draftOf' | 'mend'> {
  readonly column: Column
  readonly standing: Standing
  /** What was found, once it was looked for. */
  readonly found: ReturnType<Repairing['of']>
  readonly look: Repairing['look']
}

/**
 * The smallest changes that would help, each with who pays for it: looked for when asked, of the
 * package and the text of the case as they are then.
 */
export const Repairs = memo(function Repairs({ column, standing, found, look, ...table }: Props) {
  const { t, said, source } = useWords()
  if (!found) {
    if (!standing.stale && standing.answer?.verdict === 'robust')
      return <Quiet>{said.say('mend.needless')}</Quiet>
    return (
      <Button
        size="compact-xs"
        variant="default"
        className="no-print"
        onClick={() => look(askOf(column, source))}
        aria-label={t('table.act.on', { action: t('table.repair'), title: column.title })}
      >
        {t('table.repair')}
      </Button>
    )
  }
  const { answer, error } = found
  if (error !== undefined)
    return <p className={classes['uncertain']}>{t('table.repair.failed', { why: error })}</p>
  if (!answer) return <Working of={found}>{t('table.repair.looking')}</Working>
  const { answer: judged } = standing
  const list = judged ? answer.list.filter((repair) => helps(repair, judged)) : answer.list
  const total = answer.total - (answer.list.length - list.length)
  return <Found {...answer} {...{ list, total, column, table }} />
})

interface FoundProps {
  readonly list: readonly Repaired[]
  readonly total: number
  readonly complete: boolean
  readonly binding?: string
  readonly column: Column
  readonly table: Pick<Deeds, 'draftOf' | 'mend'>
}

function Found({ list, total, complete, binding, column, table }: FoundProps) {
  const { t, said } = useWords()
  const [all, setAll] = useState(false)
  const obstacle = useObstacle(binding)
  if (list.length === 0)
    return (
      <Quiet as="p" role="status">
        {said.say(complete ? 'repair.none.full' : 'repair.none.limit.full', {
          binding: obstacle ?? said.say('repair.none.nothing')
        })}
      </Quiet>
    )
  return (
    <>
      <p className={classes['small']} role="status">
        {t('table.repair.found', { n: total })}
      </p>
      <ol className={classes['repairs']}>
        {(all ? list : list.slice(0, FIRST)).map((repair) => (
          <li key={JSON.stringify(repair.changes)}>
            <RepairItem repair={repair} column={column} table={table} />
          </li>
        ))}
      </ol>
      {!all && list.length > FIRST ? (
        <TextLink onClick={() => setAll(true)}>
          {t('table.repair.all', { n: list.length })}
        </TextLink>
      ) : null}
    </>
  )
}

function RepairItem({
  repair,
  column,
  table
}: {
  readonly repair: Repaired
  readonly column: Column
  readonly table: Pick<Deeds, 'draftOf' | 'mend'>
}) {
  const { t, said, numbers, issue, option } = useWords()
  const { draft } = column
  const apply = (): void => {
    if (draft) {
      table.mend(draft, repair.changes)
      goTo(draft.id)
    } else makeDraft(table, column, repair.changes)
  }
  const changes = Object.entries(repair.changes).map(
    ([id, to]) => `${issue(id)} – ${option(id, to)}`
  )
  return (
    <>
      {Object.entries(repair.changes).map(([id, to]) => (
        <p key={id}>
          <Changed column={column} issue={id} to={to} />
        </p>
      ))}
      <p>
        {t('table.repair.then')}{' '}
        <VerdictWord verdict={repair.verdict}>{said.say(`verdict.${repair.verdict}`)}</VerdictWord>{' '}
        {numbers.percent(repair.p)}{' '}
        <Button
          size="compact-xs"
          variant="default"
          className="no-print"
          onClick={apply}
          aria-label={t('table.act.on', {
            action: t(draft ? 'table.repair.apply' : 'table.repair.apply.draft'),
            title: changes.join(', ')
          })}
        >
          {t(draft ? 'table.repair.apply' : 'table.repair.apply.draft')}
        </Button>
      </p>
      <NewlyCrossed column={column} repair={repair} />
      <Payers pays={repair.pays} />
      {repair.hollow ? <p className={classes['uncertain']}>{t('table.repair.hollow')}</p> : null}
    </>
  )
}

/**
 * The redlines that a repair would cross and the column does not: who pays in points may yet walk
 * over a principle.
 */
function NewlyCrossed({ column, repair }: { readonly column: Column; readonly repair: Repaired }) {
  const { t, source, party, text } = useWords()
  const redlines = newlyCrossed(source, stagesOf(column, source), repair.changes)
  if (redlines.length === 0) return null
  return (
    <p className={classes['crossed']}>
      {redlines
        .map((redline) =>
          t('table.change.crosses', {
            party: party(redline.party),
            says: text(redline.says ?? redline.id)
          })
        )
        .join('; ')}
    </p>
  )
}

function Changed({
  column,
  issue,
  to
}: {
  readonly column: Column
  readonly issue: string
  readonly to: string
}) {
  const { source } = useWords()
  const words = useSaid()
  const found = source.issues.find(({ id }) => id === issue)
  return found && words.change(saidOn(column, found), found, to)
}

/** Who pays for a repair, and who gains by it, in points. */
function Payers({ pays }: Pick<Repaired, 'pays'>) {
  const { t, said, numbers, party } = useWords()
  const changes = Object.entries(pays).filter(([, points]) => Math.round(points) !== 0)
  const list = (label: string, of: readonly (readonly [string, number])[]) =>
    of.length === 0 ? null : (
      <p className={classes['small']}>
        {t(label)}{' '}
        {of.map(([who, points]) => (
          <span key={who} className={classes['payer']}>
            <PartyMark party={who}>
              {t('table.change.party', { party: party(who), points: numbers.gain(points) })}
            </PartyMark>
          </span>
        ))}
      </p>
    )
  const payers = changes.filter(([, points]) => points < 0).sort(([, a], [, b]) => a - b)
  return (
    <>
      {payers.length === 0 ? (
        <p className={classes['small']}>{said.say('repair.free')}</p>
      ) : (
        list('table.repair.pays', payers)
      )}
      {list(
        'table.repair.gains',
        changes.filter(([, points]) => points > 0).sort(([, a], [, b]) => b - a)
      )}
    </>
  )
}
