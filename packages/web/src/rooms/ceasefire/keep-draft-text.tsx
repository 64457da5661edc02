import type { ReactNode } from 'react'
import { api } from '../../state/api.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { KeepButtons } from '../../ui/keep-buttons.tsx'
import { useWords } from '../../ui/use-words.ts'

const REPORTS = [
  ['docx', 'docx'],
  ['pdf', 'pdf'],
  ['markdown', 'md']
] as const

/** The draft to take along, as a document to work on. */
export function KeepDraft({ text }: { readonly text: string }): ReactNode {
  const { t } = useWords()
  const { view } = useWorkbench()
  return (
    <KeepButtons
      name={`${view.id}-ceasefire`}
      files={[
        ...REPORTS.map(([to, ending]) => ({
          ending,
          words: t(`work.keep.${to}`),
          make: (signal: AbortSignal) => api.report(view.files, { to, ceasefire: true }, signal)
        })),
        {
          ending: 'txt',
          words: t('work.keep.text'),
          make: () => Promise.resolve(new Blob([text], { type: 'text/plain' }))
        }
      ]}
    />
  )
}
