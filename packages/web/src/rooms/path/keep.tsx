import { Button } from '@mantine/core'
import type { PlanDocument } from '@truce/core/report/plan'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../state/api.ts'
import { messageOf } from '../../state/message-of.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { download } from '../../ui/download.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './path.module.css'

const ENDINGS = { docx: 'docx', pdf: 'pdf', markdown: 'md' } as const
const FORMS = ['docx', 'pdf', 'markdown'] as const

/** The path to take along: as a document to work on, and its days as a calendar. */
export function Keep({ plan }: { readonly plan: PlanDocument }): ReactNode {
  const { t, source } = useWords()
  const { view } = useWorkbench()
  const [making, setMaking] = useState<AbortController>()
  const [failed, setFailed] = useState<string>()
  const stopper = useRef(making)
  stopper.current = making
  useEffect(() => () => stopper.current?.abort(), [])
  const { proposal } = plan.settings
  const name = `${view.id}-${proposal}`
  const make = async (ending: string, of: (signal: AbortSignal) => Promise<Blob>) => {
    const control = new AbortController()
    setMaking(control)
    setFailed(undefined)
    try {
      download(`${name}.${ending}`, await of(control.signal))
    } catch (error) {
      if (!control.signal.aborted) setFailed(messageOf(error))
    }
    setMaking(undefined)
  }
  const calendar = async (): Promise<Blob> => {
    const { exportCalendar } = await import('@truce/interchange')
    const made = exportCalendar(source, plan)
    if (made.refused !== undefined) throw new Error(made.refused)
    return new Blob([made.text], { type: 'text/calendar' })
  }
  return (
    <section aria-labelledby="path-keep" className="no-print">
      <h3 id="path-keep" className={classes.heading}>
        {t('path.keep.title')}
      </h3>
      <div className={classes.key}>
        {FORMS.map((to) => (
          <Button
            key={to}
            variant="default"
            size="compact-sm"
            disabled={making !== undefined}
            onClick={() =>
              void make(ENDINGS[to], (signal) =>
                api.report(view.files, { to, path: proposal }, signal)
              )
            }
          >
            {t(`path.keep.${to}`)}
          </Button>
        ))}
        {plan.found ? (
          <Button
            variant="default"
            size="compact-sm"
            disabled={making !== undefined}
            onClick={() => void make('ics', calendar)}
          >
            {t('path.keep.calendar')}
          </Button>
        ) : null}
      </div>
      {making ? (
        <Quiet as="p" role="status">
          {t('path.keep.making')}
        </Quiet>
      ) : null}
      {failed === undefined ? null : <p role="alert">{t('keep.failed', { reason: failed })}</p>}
    </section>
  )
}
