import { Button, Progress } from '@mantine/core'
import type { Case } from '@truce/core'
import type { Workbench } from '../../state/workbench.ts'
import { Acceptability } from './acceptability.tsx'
import classes from './deals.module.css'
import { Tornado } from './tornado.tsx'
import type { Studying } from './use-answers.ts'
import { MANY } from './use-answers.ts'
import type { Words } from './use-words.ts'

/** The draws, and the proposal they are asked about. */
export interface StudyPartProps {
  readonly workbench: Workbench
  readonly source: Case
  readonly words: Words
  readonly studying: Studying
  readonly chosen: string
}

/** What survives when the judgements are wrong: few draws by themselves, many when asked. */
export function StudyPart({ workbench, source, words, studying, chosen }: StudyPartProps) {
  const { t, n } = words
  const { value: study, waiting, failed, share, draws, start } = studying
  return (
    <section>
      <h2>{t('deals.study')}</h2>
      <p className={classes['quiet']}>{t('deals.study.why')}</p>
      {failed !== undefined && <p role="alert">{t('deals.study.failed', { reason: failed })}</p>}
      {waiting && (
        <div className={classes['progress']}>
          <Progress value={100 * share} size="xs" aria-label={t('deals.study')} />
          <p className={classes['quiet']}>
            {t('deals.study.progress', { percent: n.percent(share), draws: n.count(draws) })}
          </p>
        </div>
      )}
      {study && (
        <>
          <div className={classes['row']}>
            <span className={classes['quiet']}>
              {t('deals.study.from', { draws: n.count(study.sizes.draws) })}
            </span>
            {draws < MANY && !waiting && (
              <Button size="compact-xs" variant="light" onClick={() => start(MANY)}>
                {t('deals.study.more', { draws: n.count(MANY) })}
              </Button>
            )}
          </div>
          <Tornado
            source={source}
            words={words}
            study={study}
            proposal={chosen}
            onShow={workbench.show}
          />
          <Acceptability source={source} words={words} study={study} />
        </>
      )}
    </section>
  )
}
