import type { PlanDocument } from '@truce/core/report/plan'
import type { ReactNode } from 'react'
import { api } from '../../state/api.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import type { FileToKeep } from '../../ui/keep-buttons.tsx'
import { KeepButtons } from '../../ui/keep-buttons.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './path.module.css'

const ENDINGS = { docx: 'docx', pdf: 'pdf', markdown: 'md' } as const
const FORMS = ['docx', 'pdf', 'markdown'] as const

/** The path to take along: as a document to work on, and its days as a calendar. */
export function Keep({ plan }: { readonly plan: PlanDocument }): ReactNode {
  const { t, source } = useWords()
  const { view } = useWorkbench()
  const { proposal } = plan.settings
  const calendar: FileToKeep = {
    ending: 'ics',
    words: t('work.keep.calendar'),
    make: async () => {
      const { exportCalendar } = await import('@truce/interchange')
      const made = exportCalendar(source, plan)
      if (made.refused !== undefined) throw new Error(made.refused)
      return new Blob([made.text], { type: 'text/calendar' })
    }
  }
  return (
    <section aria-labelledby="path-keep" className="no-print">
      <h3 id="path-keep" className={classes.heading}>
        {t('path.keep.title')}
      </h3>
      <KeepButtons
        name={`${view.id}-${proposal}`}
        files={[
          ...FORMS.map((to) => ({
            ending: ENDINGS[to],
            words: t(`work.keep.${to}`),
            make: (signal: AbortSignal) => api.report(view.files, { to, path: proposal }, signal)
          })),
          ...(plan.found ? [calendar] : [])
        ]}
      />
    </section>
  )
}
