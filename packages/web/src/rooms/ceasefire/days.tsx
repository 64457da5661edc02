import type { ReactNode } from 'react'
import { useState } from 'react'
import type { DaysAsked, Questions } from '../../engine/protocol.ts'
import { useLanguage } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { KeepButtons } from '../../ui/keep-buttons.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { Blocks } from '../../ui/report-blocks.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useWords } from '../../ui/use-words.ts'
import { Working } from '../../ui/working.tsx'
import classes from './ceasefire.module.css'
import { Conflicts } from './conflicts.tsx'
import { DaysTable } from './days-table.tsx'
import type { Supposed } from './suppose.tsx'
import { Suppose } from './suppose.tsx'

/** When everything is, on the clocks of all: what cannot be kept first, then day by day. */
export function Days(): ReactNode {
  const { t } = useWords()
  const language = useLanguage()
  const [supposed, suppose] = useState<Supposed>({})
  const asked: DaysAsked = { language, ...supposed }
  const working = useAnswer('timetable', asked, 200)
  const { answer, error } = working
  return (
    <>
      <Suppose supposed={supposed} zones={answer ? zonesIn(answer) : []} onSuppose={suppose} />
      {error !== undefined ? (
        <p role="alert">{t('ceasefire.days.failed', { reason: error })}</p>
      ) : answer ? (
        <Told answer={answer} asked={asked} />
      ) : (
        <Working of={working}>{t('ceasefire.days.working')}</Working>
      )}
    </>
  )
}

type Answer = Questions['timetable']['answer']

/** Zones in which a moment may be supposed: those that the case's clocks go by. */
const zonesIn = ({ document: { zone, clocks } }: Answer): readonly string[] => [
  ...new Set([zone, ...clocks.map((one) => one.zone), 'UTC'])
]

function Told({
  answer: { told },
  asked
}: {
  readonly answer: Answer
  readonly asked: DaysAsked
}): ReactNode {
  const { t } = useWords()
  const { engine, view } = useWorkbench()
  return (
    <>
      <div role="status">
        {told.opening.map((line) => (
          <p key={line} className={classes['lead']}>
            {line}
          </p>
        ))}
      </div>
      <KeepButtons
        name={`${view.id}-ceasefire`}
        files={[
          {
            ending: 'ics',
            words: t('work.keep.calendar'),
            make: async () =>
              new Blob([await engine.ask('calendar', asked)], { type: 'text/calendar' })
          }
        ]}
      />
      <Conflicts conflicts={told.conflicts} />
      <DaysTable told={told} />
      <Blocks blocks={told.behind} />
      <Quiet as="p">{told.method}</Quiet>
    </>
  )
}
