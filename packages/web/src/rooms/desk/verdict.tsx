import type { Judged } from '../../engine/protocol.ts'
import { Bar } from '../../ui/bar.tsx'
import { useWords } from '../../ui/use-words.ts'
import { VerdictWord } from '../../ui/verdict-word.tsx'
import classes from './desk.module.css'
import type { Closer } from './use-closer.ts'

/**
 * The verdict in one word and one chance, and how far both hang on how the case is read. The bar
 * goes from no chance to certainty: the tick is the chance, the band what it is in other readings.
 */
export function Verdict({
  judged: { verdict, joint, open, brokenRules },
  closer,
  stale
}: {
  readonly judged: Judged
  readonly closer: Closer
  readonly stale: boolean
}) {
  const { t, said, numbers, source, text } = useWords()
  const read = closer.proposal?.readings
  const same = read?.verdicts.find((one) => one.verdict === verdict)?.share ?? 0
  return (
    <div className={classes['verdict']} aria-busy={stale}>
      <p className={classes['word']} data-verdict={verdict}>
        <VerdictWord verdict={verdict} large>
          {said.say(`verdict.${verdict}`)}
        </VerdictWord>{' '}
        <span>{numbers.percent(joint.p)}</span>
      </p>
      <Bar
        low={read?.least ?? joint.p}
        central={joint.p}
        high={read?.greatest ?? joint.p}
        color="var(--mantine-color-text)"
      />
      <p className={classes['quiet']} aria-busy={closer.stale}>
        {t('desk.chance')}{' '}
        {closer.error !== undefined
          ? t('desk.failed', { why: closer.error })
          : read
            ? said.say('readings.short', {
                least: numbers.percent(read.least),
                greatest: numbers.percent(read.greatest),
                share: numbers.percent(same),
                n: numbers.count(closer.readings)
              })
            : t('desk.closer')}
      </p>
      {open.length > 0 && (
        <p className={classes['uncertain']}>{t('desk.open', { n: open.length })}</p>
      )}
      {brokenRules.map((at) => {
        const why = source.rules.find((rule) => rule.at === at)?.because
        return (
          <p key={at} className={classes['crossed']}>
            {why === undefined ? t('desk.rule') : said.say('placed.breaks', { rule: text(why) })}
          </p>
        )
      })}
    </div>
  )
}
