import type { ReactNode } from 'react'
import { lazy, Suspense, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Quiet } from '../../ui/quiet.tsx'

/** The forms come when the first of them is opened. */
const KeyedEntry = lazy(() => import('../case/forms/keyed-entry.tsx'))

const NEW_LINE = { at: 'lines', keys: [] }

/** The room of a case without lines: what a map shows, and the form of the first line. */
export function NoLines(): ReactNode {
  const t = useMessages()
  const [isWriting, write] = useState(false)
  const label = t('map.empty.write')
  return (
    <>
      <EmptyState
        title={t('map.empty.title')}
        sentence={t('map.empty.text')}
        step={{ label, go: () => write(true) }}
      />
      {isWriting ? (
        <Suspense fallback={<Quiet role="status">{t('app.loading')}</Quiet>}>
          <KeyedEntry written={NEW_LINE} label={label} close={() => write(false)} />
        </Suspense>
      ) : null}
    </>
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
