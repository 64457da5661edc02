import { choiceWords, hingeWords, tellingChoices } from '@truce/core/report/words'
import { memo } from 'react'
import type { Judged } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import { readingsFocus } from '../../judged/readings-focus.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './desk.module.css'
import type { Closer } from './use-closer.ts'

/** What is told: single judgements first, then ways of reading the case. */
const TOLD = 3

/** What the verdict hangs on: whose end would turn it, and which reading moves the chance most. */
export const HangsOn = memo(function HangsOn({
  closer: { proposal, stale, error },
  judged,
  column
}: {
  readonly closer: Closer
  readonly judged: Judged
  readonly column: Column
}) {
  const { t, said, numbers, source } = useWords()
  const { go } = useWorkbench()
  if (error !== undefined) return null
  const about = { words: said, source }
  const verdict = said.say(`verdict.${judged.verdict}`)
  const hinges = (proposal?.hangsOn ?? []).map((hinge) =>
    said.say('hinge.full', {
      judgement: hingeWords(about, hinge),
      verdict: said.say(`verdict.${hinge.verdict}`),
      chance: numbers.percent(hinge.p)
    })
  )
  const read = proposal?.readings
  const choices = tellingChoices(read?.choices ?? [], read?.verdicts ?? []).map((choice) =>
    said.say('readings.turns', {
      choice: choiceWords(about, choice),
      share: numbers.percent(choice.explains)
    })
  )
  const none = hinges.length === 0 ? [said.say('hinge.none.full', { verdict })] : []
  const told = [...none, ...hinges, ...choices].slice(0, TOLD)
  return (
    <section className={classes['part']} aria-busy={stale}>
      <h4>{t('desk.hangs')}</h4>
      {proposal ? (
        <ul className={classes['plain']}>
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p className={classes['quiet']}>{t('desk.closer')}</p>
      )}
      {read && (
        <TextLink onClick={() => go('table', readingsFocus(column.id))}>
          {t('desk.hangs.readings')}
        </TextLink>
      )}
    </section>
  )
})
