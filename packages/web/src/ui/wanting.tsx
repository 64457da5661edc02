import type { ReactNode } from 'react'
import { useMessages } from '../messages/index.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import { EmptyState } from './empty-state.tsx'

/** A case that cannot be judged as it stands: it has errors, or is not even read. */
export function Wanting({ what = 'unsound' }: { readonly what?: 'unread' | 'unsound' }): ReactNode {
  const t = useMessages()
  const { view, go } = useWorkbench()
  const n = view.findings.filter(({ severity }) => severity === 'error').length
  return (
    <EmptyState
      title={t(`app.empty.${what}.title`)}
      sentence={t(`app.empty.${what}`, { n })}
      step={{ label: t('app.to.case'), go: () => go('case') }}
    />
  )
}
