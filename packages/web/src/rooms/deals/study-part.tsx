import { Button, Progress } from '@mantine/core'
import type { Case } from '@truce/core'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Acceptability } from './acceptability.tsx'
import classes from './deals.module.css'
import { Tornado } from './tornado.tsx'
import type { Studying } from './use-study.ts'
import { MANY } from './use-study.ts'
import type { Words } from './use-words.ts'

/** The draws, and the proposal they are asked about. */
export interface StudyPartProps {
  readonly source: Case
  readonly words: Words
  readonly studying: Studying
  readonly chosen: string
}

/** What survives when the judgements are wrong: few draws by themselves, many when asked. */
export function StudyPart({ source, words, studying, chosen }: StudyPartProps) {
  const { t, n } = words
  const { answer: study, pending, error, progress, draws, start, stopped, stop, again } = studying
  return (
    <section>
      <h2 id="deals-study">{t('deals.study')}</h2>
      <Quiet as="p">{t('deals.study.why')}</Quiet>
      {error !== undefined && <p role="alert">{t('deals.study.failed', { reason: error })}</p>}
      {pending && (
        <div className={classes['progress']}>
          <Progress value={100 * progress} size="xs" aria-label={t('deals.study')} />
          <Quiet as="p">
            {t('deals.study.progress', { percent: n.percent(progress), draws: n.count(draws) })}{' '}
            <TextLink onClick={stop}>{t('work.stop')}</TextLink>
          </Quiet>
        </div>
      )}
      {stopped && (
        <Quiet as="p" role="status">
          {t('work.stopped')} <TextLink onClick={again}>{t('work.again')}</TextLink>
        </Quiet>
      )}
      {study && (
        <>
          <div className={classes['row']}>
            <Quiet>{t('deals.study.from', { draws: n.count(study.sizes.draws) })}</Quiet>
            {draws < MANY && !pending && (
              <Button size="compact-xs" variant="default" onClick={() => start(MANY)}>
                {t('deals.study.more', { draws: n.count(MANY) })}
              </Button>
            )}
          </div>
          <Tornado source={source} words={words} study={study} proposal={chosen} />
          <Acceptability source={source} words={words} study={study} />
        </>
      )}
    </section>
  )
}
