import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

/** The least that a case says of a ceasefire; who writes it goes on in the form. */
const LEAST = { class: 'preliminary', 'enters-into-force': { after: 'signature', hours: 72 } }

/** The room of a case without a ceasefire: what one is made of, and the way to begin one. */
export function NoCeasefireYet(): ReactNode {
  const t = useMessages()
  const { change, go } = useWorkbench()
  return (
    <EmptyState
      title={t('ceasefire.empty.title')}
      sentence={t('ceasefire.empty.text')}
      step={{
        label: t('ceasefire.empty.begin'),
        go: () => {
          change([{ at: 'ceasefire', value: LEAST }], t('ceasefire.empty.did'))
          go('ceasefire', 'review')
        }
      }}
    >
      <ul>
        <li>{t('ceasefire.empty.least')}</li>
        <li>{t('ceasefire.empty.next')}</li>
      </ul>
    </EmptyState>
  )
}
