import type { Case } from '@truce/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

/** What the case wants before there is a path. */
export type PathWant = 'deliverables' | 'plan'

/** The first thing that the case wants before there is a path; undefined where it wants nothing. */
export function pathWant({ process }: Case): PathWant | undefined {
  if (process.deliverables.size === 0) return 'deliverables'
  return process.plan ? undefined : 'plan'
}

/** The room of a case without steps or without a plan: what to add, and the way there. */
export function NoPath({ want }: { readonly want: PathWant }): ReactNode {
  const t = useMessages()
  const { show } = useWorkbench()
  return (
    <EmptyState
      title={t('path.empty.title')}
      sentence={t('path.empty.text')}
      step={{ label: t(`path.empty.write.${want}`), go: () => show(want) }}
    >
      <ul>
        <li>{t('path.empty.deliverables')}</li>
        <li>{t('path.empty.plan')}</li>
      </ul>
    </EmptyState>
  )
}

/** The room of a case whose steps belong to none of its proposals. */
export function NothingFits(): ReactNode {
  const t = useMessages()
  const { show } = useWorkbench()
  return (
    <EmptyState
      title={t('path.empty.title')}
      sentence={t('path.empty.fits')}
      step={{ label: t('path.empty.write.deliverables'), go: () => show('deliverables') }}
    />
  )
}
