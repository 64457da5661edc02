import type { Case } from '@truce/core'
import { choiceWords, count, titleOf, verdictMark, words } from '@truce/core/report/words'
import type { Questions } from '../../engine/protocol.ts'
import { useLanguage } from '../../messages/index.ts'
import { useAnswer } from '../../ui/use-answer.ts'
import classes from './readings.module.css'

type CheckDocument = Questions['check']['answer']
type Read = NonNullable<CheckDocument['proposals'][string]['readings']>
type Verdict = CheckDocument['proposals'][string]['verdict']

/** Draws of the judgement that readings stand beside; each reading has fewer of its own. */
const DRAWS = 1000

/** Milliseconds without a change of the case before readings are worked out: they take a moment. */
const CALM = 800

/** A choice that explains less of the spread than this is not named. */
const NAMED = 0.05

/** What the verdicts of the case's proposals come to where the case is read otherwise. */
export function Readings({ source }: { readonly source: Case }) {
  const language = useLanguage()
  const { answer } = useAnswer(
    'check',
    source.proposals.length > 0 ? { draws: DRAWS, repairs: 0 } : undefined,
    CALM
  )
  const readings = answer?.readings
  if (!answer || !readings) return null
  const { say } = words(language)
  const all = String(readings.judged) === readings.outOf
  return (
    <section className={classes['readings']}>
      <h3>{say('brief.readings')}</h3>
      <p>
        {all
          ? say('readings.note', { n: count(readings.judged) })
          : say('readings.note.sampled', {
              n: count(readings.judged),
              outOf: count(BigInt(readings.outOf))
            })}
      </p>
      <ul>
        {Object.entries(answer.proposals).map(([id, { verdict, readings: read }]) =>
          read ? <Proposal key={id} {...{ source, id, verdict, read, language }} /> : null
        )}
      </ul>
    </section>
  )
}

function Proposal({
  source,
  id,
  verdict,
  read,
  language
}: {
  readonly source: Case
  readonly id: string
  readonly verdict: Verdict
  readonly read: Read
  readonly language: string
}) {
  const own = words(language)
  const told = read.verdicts.length > 1 ? read.choices.filter((one) => one.explains >= NAMED) : []
  const named = told.slice(0, 3).map((choice) =>
    own.say('readings.explains', {
      choice: choiceWords({ words: own, source }, choice),
      share: percent(choice.explains)
    })
  )
  return (
    <li>
      <strong>{titleOf(own, source, id)}</strong>
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
      <span>
        {read.verdicts
          .map((one) => `${verdictMark(own, one.verdict).text} ${percent(one.share)}`)
          .join(', ')}
      </span>
      {named.length > 0 && (
        <span>{own.say('readings.depends', { proposal: id, choices: own.list(named) })}</span>
      )}
    </li>
  )
}

const percent = (share: number): string => `${Math.round(100 * share)} %`
