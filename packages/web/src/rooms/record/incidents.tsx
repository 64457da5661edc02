import type { Incident } from '@truce/core/record'
import { INCIDENT_STATUSES } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { IncidentLine } from './incident-line.tsx'
import { IncidentMap } from './incident-map.tsx'
import { IncidentPage } from './incident-page.tsx'
import { Part } from './parts.tsx'
import classes from './record.module.css'
import { ReportForm } from './report-form.tsx'
import { useRecord } from './use-record.ts'

/** How many are listed at once. */
const MOST = 200

/** Incidents: the list with what it is filtered by, or one of them opened. */
export function Incidents({ item }: { readonly item: string | undefined }): ReactNode {
  const { view } = useRecord()
  const incident = item === undefined ? undefined : view.fold.state.incidents.get(item)
  return incident ? <IncidentPage incident={incident} /> : <List />
}

const ALL = ''

function List(): ReactNode {
  const { t, view, word, party } = useRecord()
  const [status, setStatus] = useState(ALL)
  const [by, setBy] = useState(ALL)
  const all = [...view.fold.state.incidents.all()].filter(({ accounts }) => accounts.length > 0)
  const parties = [...new Set(all.flatMap(authors))]
  const shown = all.filter(
    (one) => (status === ALL || one.status === status) && (by === ALL || authors(one).includes(by))
  )
  return (
    <Part title={t('record.view.incidents')} count={shown.length}>
      <ReportForm />
      {all.length === 0 ? (
        <p>{t('record.incidents.none')}</p>
      ) : (
        <>
          <FilterBar>
            <Pick
              label={t('record.incidents.status')}
              value={status}
              onPick={setStatus}
              options={[
                { value: ALL, label: t('record.incidents.all') },
                ...INCIDENT_STATUSES.map((value) => ({ value, label: word('status', value) }))
              ]}
            />
            <Pick
              label={t('record.incidents.by')}
              value={by}
              onPick={setBy}
              options={[
                { value: ALL, label: t('record.incidents.anybody') },
                ...parties.map((value) => ({ value, label: party(value) }))
              ]}
            />
          </FilterBar>
          <IncidentMap incidents={shown} />
          <ul className={classes['list']}>
            {shown
              .toReversed()
              .slice(0, MOST)
              .map((incident) => (
                <IncidentLine key={incident.id} incident={incident} />
              ))}
          </ul>
          {shown.length > MOST ? (
            <Quiet as="p">{t('record.incidents.more', { shown: MOST, all: shown.length })}</Quiet>
          ) : null}
        </>
      )}
    </Part>
  )
}

const authors = ({ accounts }: Incident): readonly string[] => [
  ...new Set(accounts.map(({ author }) => author.party))
]
