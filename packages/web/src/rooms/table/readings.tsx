import type { Case } from '@truce/core'
import { count, movingWords, tellingChoices } from '@truce/core/report/words'
import { memo, useEffect, useRef, useState } from 'react'
import type { Questions } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import { draftsOf } from '../../judged/columns.ts'
import { readTableFocus } from '../../judged/readings-focus.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { useAnswers } from '../../ui/use-answer.ts'
import { useWords } from '../../ui/use-words.ts'
import { VerdictWord } from '../../ui/verdict-word.tsx'
import { Curve } from './curve.tsx'
import classes from './readings.module.css'
import type { Table } from './use-table.ts'

type CheckDocument = Questions['check']['answer']
type All = NonNullable<CheckDocument['readings']>
type Read = NonNullable<CheckDocument['proposals'][string]['readings']>
type Verdict = CheckDocument['proposals'][string]['verdict']

/** Draws of the judgement that readings stand beside; each reading has fewer of its own. */
const DRAWS = 1000

/** Milliseconds without a change of the case before readings are worked out: they take a moment. */
const CALM = 800

/** What the verdicts of the case's proposals, and of the drafts shown, come to in other readings. */
export function Readings({ table }: { readonly table: Table }) {
  const { t, said, source } = useWords()
  const wanted = useWorkbench().focus
  const { column, isReadings } = readTableFocus(wanted)
  const [all, rows] = useRead(table, source)
  if (!all) return null
  const { say } = said
  return (
    <section className={classes['readings']} aria-labelledby="table-readings">
      <h3 id="table-readings">{say('brief.readings')}</h3>
      <p>
        {t(String(all.judged) === all.outOf ? 'table.readings.all' : 'table.readings.sampled', {
          n: count(all.judged),
          outOf: count(BigInt(all.outOf))
        })}
      </p>
      <ul>
        {rows.map((row) => (
          <Package key={row.id} {...row} isWanted={isReadings && row.id === column} />
        ))}
      </ul>
    </section>
  )
}

interface Row {
  readonly id: string
  readonly title: string
  readonly verdict: Verdict
  readonly read: Read
  /** What the readings of this answer choose between. */
  readonly choices: All['choices']
}

/** The readings of all proposals and of the drafts shown, as far as they are there. */
function useRead(
  { columns, shown }: Table,
  source: Case
): readonly [All | undefined, readonly Row[]] {
  const ask = { draws: DRAWS, repairs: 0 }
  const proposals = source.proposals.length > 0 ? [{ slot: '', rounds: [ask] }] : []
  const drafts = shown.flatMap((column) =>
    column.draft
      ? [{ ...ask, proposals: [column.id], drafts: draftsOf(column, source) }].map((one) => ({
          slot: column.id,
          rounds: [one]
        }))
      : []
  )
  const answers = useAnswers('check', [...proposals, ...drafts], CALM).flatMap(
    ({ answer }) => answer ?? []
  )
  const rowOf = ({ id, title }: Column): readonly Row[] => {
    const answer = answers.find(({ proposals: judged }) => judged[id])
    const found = answer?.proposals[id]
    if (!found?.readings) return []
    const { verdict, readings: read } = found
    return [{ id, title, verdict, read, choices: answer?.readings?.choices ?? NONE }]
  }
  return [answers.find(({ readings }) => readings)?.readings, columns.flatMap(rowOf)]
}

const NONE: All['choices'] = []

interface PackageProps extends Row {
  /** Whether somebody asked for just this one. */
  readonly isWanted: boolean
}

const Package = memo(function Package(props: PackageProps) {
  const { id, title, verdict, read, choices, isWanted } = props
  const { t, said, numbers, source } = useWords()
  const [isOpen, setOpen] = useState(isWanted)
  const around = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isWanted) return
    around.current?.scrollIntoView({ block: 'start' })
    around.current?.querySelector<HTMLElement>('summary')?.focus({ preventScroll: true })
  }, [isWanted])
  const moving = tellingChoices(read.choices, read.verdicts).map((one, place) =>
    movingWords({ words: said, source }, { choice: one, options: one.options }, place)
  )
  const shows = said.say('figure.readings.words', {
    proposal: title,
    least: numbers.percent(read.least),
    median: numbers.percent(read.median),
    greatest: numbers.percent(read.greatest)
  })
  const curve = read.curve.map((point) => ({ ...point, takes: placesIn(point.takes) }))
  return (
    <li ref={around} id={`table-readings-${id}`}>
      <h4>{title}</h4>
      <span className={classes['bar']} aria-hidden="true">
        {read.verdicts.map((one) => (
          <span
            key={one.verdict}
            data-verdict={one.verdict}
            data-same={one.verdict === verdict}
            style={{ inlineSize: `${100 * one.share}%` }}
          />
        ))}
      </span>
      <span className={classes['shares']}>
        {read.verdicts.map((one) => (
          <span key={one.verdict}>
            <VerdictWord verdict={one.verdict}>{said.say(`verdict.${one.verdict}`)}</VerdictWord>{' '}
            {numbers.percent(one.share)}
          </span>
        ))}
      </span>
      {moving.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {choices.length > 0 && (
        <details open={isWanted} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary aria-label={t('table.readings.curve.of', { title })}>
            {t('table.readings.curve')}
          </summary>
          <p>{shows}</p>
          {isOpen && <Curve drawn={{ curve, choices, told: read.choices }} label={shows} />}
        </details>
      )}
    </li>
  )
})

/** What a reading takes of each choice, as the document writes it. */
const placesIn = (takes: string): readonly number[] => takes.split(' ').map(Number)
