import type { ReactNode } from 'react'
import { Filed } from './entry/entry-told.tsx'
import { Offers, offeredIn } from './entry/offers.tsx'
import { useRecord } from './use-record.ts'

/** What one side did for the other to see, and what came back on overtures. */
export function SignalsView(): ReactNode {
  const { t } = useRecord()
  return (
    <>
      <Offers view="signals" />
      <Filed
        title={t('record.view.signals')}
        kinds={offeredIn('signals')}
        none={t('record.signals.none')}
      />
    </>
  )
}
