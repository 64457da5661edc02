import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

/** The room of a case without a graph: what to add, and the way there. */
export function NoGraph(): ReactNode {
  const t = useMessages()
  const { show } = useWorkbench()
  return (
    <EmptyState
      title={t('stability.empty.title')}
      sentence={t('stability.empty.text')}
      step={{ label: t('stability.empty.write'), go: () => show('graph') }}
    >
      <ul>
        {['moves', 'infeasible', 'preferences', 'status-quo'].map((part) => (
          <li key={part}>{t(`stability.empty.${part}`)}</li>
        ))}
      </ul>
    </EmptyState>
  )
}
