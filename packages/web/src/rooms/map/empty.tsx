import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

/** The room of a case without lines: what to add, and the way there. */
export function NoLines(): ReactNode {
  const t = useMessages()
  const { go } = useWorkbench()
  return (
    <EmptyState
      title={t('map.empty.title')}
      sentence={t('map.empty.text')}
      step={{ label: t('map.empty.write'), go: () => go('case', 'lines') }}
    />
  )
}

/** The room of a case with errors. */
export function NotReadable(): ReactNode {
  const t = useMessages()
  const { go } = useWorkbench()
  return (
    <EmptyState
      title={t('map.unsound.title')}
      sentence={t('map.unsound.text')}
      step={{ label: t('map.unsound.go'), go: () => go('case') }}
    />
  )
}
