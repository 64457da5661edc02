import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Terms } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import { stagesOf } from '../../judged/columns.ts'
import { newlyCrossed } from '../../judged/redlines.ts'
import { useWords } from '../../ui/use-words.ts'
import classes from './desk.module.css'
import type { Desk } from './use-desk.ts'

/** Changes that can be made by one click. */
export interface ChangeProps {
  readonly desk: Desk
  readonly column: Column
  /** What is shown on the desk is not this package. */
  readonly stale: boolean
  readonly changes: Terms
  /** The changes in words. */
  readonly lines: readonly string[]
  /** What each party gains or loses by them, in points. */
  readonly pays: Readonly<Record<string, number>>
  /** What comes of them. */
  readonly children?: ReactNode
}

/** What changes, what comes of it and who pays for it, and a button that makes it so. */
export function Change({ desk, column, stale, changes, lines, pays, children }: ChangeProps) {
  const { t, said } = useWords()
  const n = lines.length
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        {children} <Pays pays={pays} />
      </p>
      <Crossing column={column} changes={changes} />
      <Button
        size="compact-sm"
        className="no-print"
        disabled={stale}
        onClick={() => desk.mend(changes)}
        aria-label={t('desk.better.make.what', { n, changes: said.list(lines) })}
      >
        {t('desk.better.make', { n })}
      </Button>
    </>
  )
}

/** Who pays for it and who gains by it, in points. */
function Pays({ pays }: Pick<ChangeProps, 'pays'>) {
  const { said, numbers, party } = useWords()
  const changed = Object.entries(pays).filter(([, points]) => Math.round(points) !== 0)
  const listed = (of: readonly (readonly [string, number])[]): string =>
    said.list(
      of.map(([who, points]) =>
        said.say('repair.changed', { party: party(who), points: numbers.gain(points) })
      )
    )
  const losing = changed.filter(([, points]) => points < 0)
  const gaining = changed.filter(([, points]) => points > 0)
  const loss = { losing: listed(losing), n: losing.length }
  const gain = { gaining: listed(gaining), m: gaining.length }
  if (changed.length === 0) return said.say('repair.free')
  if (losing.length === 0) return said.say('repair.gain', gain)
  if (gaining.length === 0) return said.say('repair.pay', loss)
  return said.say('repair.pay.gain', { ...loss, ...gain })
}

/** Redlines that it would cross and the package as it stands does not. */
function Crossing({ column, changes }: Pick<ChangeProps, 'column' | 'changes'>) {
  const { said, source, party, text } = useWords()
  const crossed = newlyCrossed(source, stagesOf(column, source), changes)
  return crossed.map((redline) => (
    <p key={redline.at} className={classes['crossed']}>
      {said.say('leaning.redline', {
        party: party(redline.party),
        says: text(redline.says ?? redline.id)
      })}
    </p>
  ))
}
