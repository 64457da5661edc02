import type { ReactNode } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { KindForm } from './entry/kind-form.tsx'
import { ForWriter } from './parts.tsx'
import { useRecord } from './use-record.ts'

/** What somebody saw: an incident that they report, or their account beside others'. */
export function ReportForm({ incident }: { readonly incident?: string }): ReactNode {
  const { t } = useRecord()
  const kind = incident === undefined ? 'incident.reported' : 'incident.account'
  return (
    <Disclosure label={t(`record.report.${incident === undefined ? 'new' : 'account'}`)}>
      <ForWriter kind={kind}>
        <KindForm kind={kind} given={incident === undefined ? {} : { incident }} />
      </ForWriter>
    </Disclosure>
  )
}
