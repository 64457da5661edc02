import { Checkbox } from '@mantine/core'
import { CEASEFIRE_ACTS } from '@truce/core/model'
import { OBSERVATION_MEANS, OTHER_INCIDENTS, TIME_PRECISIONS } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useLanguage } from '../../messages/index.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Audience } from './audience.tsx'
import { Among, EntryForm, ForWriter, Line, Lines } from './parts.tsx'
import { filled, useRecord, useWriting } from './use-record.ts'
import { instantIn, localIn } from './zone-time.ts'

/** What somebody saw: an incident that they report, or their account beside others'. */
export function ReportForm({ incident }: { readonly incident?: string }): ReactNode {
  const { t } = useRecord()
  const kind = incident === undefined ? 'incident.reported' : 'incident.account'
  return (
    <Disclosure label={t(`record.report.${incident === undefined ? 'new' : 'account'}`)}>
      <ForWriter kind={kind}>
        <Fields incident={incident} />
      </ForWriter>
    </Disclosure>
  )
}

interface Values {
  readonly category: string
  readonly at: string
  readonly precision: string
  readonly name: string
  readonly area: string
  readonly lat: string
  readonly lon: string
  readonly within: string
  readonly means: string
  readonly alleged: string
  readonly killed: string
  readonly injured: string
  readonly text: string
  readonly tongue: string
}

const EMPTY: Values = {
  category: 'fire',
  at: '',
  precision: 'minute',
  name: '',
  area: '',
  lat: '',
  lon: '',
  within: '',
  means: 'saw',
  alleged: '',
  killed: '',
  injured: '',
  text: '',
  tongue: ''
}

function Fields({ incident }: { readonly incident: string | undefined }): ReactNode {
  const { t, now, zone } = useRecord()
  const language = useLanguage()
  const writing = useWriting()
  const [values, setValues] = useState(EMPTY)
  const [audience, setAudience] = useState<readonly string[]>()
  const [lead, setLead] = useState(false)
  const at = values.at === '' ? localIn(now, zone) : values.at
  const set = (key: keyof Values) => (value: string) => setValues({ ...values, [key]: value })
  const send = async (): Promise<void> => {
    const occurred = instantIn(at, zone) ?? now
    const content = filled({
      ...contentOf(values, { occurred, zone, language }),
      ...(incident === undefined ? lead && { lead } : { incident })
    })
    const kind = incident === undefined ? 'incident.reported' : 'incident.account'
    if (await writing.send({ kind, content, audience })) setValues(EMPTY)
  }
  return (
    <EntryForm writing={writing} submit={t('record.report.go')} onSubmit={() => void send()}>
      <What values={values} set={set} />
      <Line
        type="datetime-local"
        label={t('record.report.at', { zone })}
        value={at}
        onChange={set('at')}
      />
      <Precision value={values.precision} onChange={set('precision')} />
      <Where values={values} set={set} />
      <Lines label={t('record.report.text')} value={values.text} onChange={set('text')} />
      <Line
        label={t('record.report.tongue')}
        value={values.tongue === '' ? language : values.tongue}
        onChange={set('tongue')}
      />
      <Audience value={audience} onChange={setAudience} />
      {incident === undefined ? (
        <Checkbox
          size="xs"
          label={t('record.report.lead')}
          checked={lead}
          onChange={({ currentTarget }) => setLead(currentTarget.checked)}
        />
      ) : null}
    </EntryForm>
  )
}

interface Setting {
  readonly values: Values
  readonly set: (key: keyof Values) => (value: string) => void
}

function What({ values, set }: Setting): ReactNode {
  const { t, word, source, party } = useRecord()
  return (
    <>
      <Among
        label={t('record.report.category')}
        value={values.category}
        onChange={set('category')}
        options={[...CEASEFIRE_ACTS, ...OTHER_INCIDENTS].map((value) => ({
          value,
          label: word('category', value)
        }))}
      />
      <Among
        label={t('record.report.means')}
        value={values.means}
        onChange={set('means')}
        options={OBSERVATION_MEANS.map((value) => ({ value, label: word('means', value) }))}
      />
      <Among
        label={t('record.report.alleged')}
        value={values.alleged}
        onChange={set('alleged')}
        options={[
          { value: '', label: t('record.report.nobody') },
          ...[...source.parties.keys()].map((id) => ({ value: id, label: party(id) }))
        ]}
      />
      <Line
        type="number"
        label={t('record.report.killed')}
        value={values.killed}
        onChange={set('killed')}
      />
      <Line
        type="number"
        label={t('record.report.injured')}
        value={values.injured}
        onChange={set('injured')}
      />
    </>
  )
}

function Precision({
  value,
  onChange
}: {
  readonly value: string
  readonly onChange: (value: string) => void
}): ReactNode {
  const { t, word } = useRecord()
  return (
    <Among
      label={t('record.report.precision')}
      value={value}
      onChange={onChange}
      options={TIME_PRECISIONS.map((one) => ({ value: one, label: word('precision', one) }))}
    />
  )
}

function Where({ values, set }: Setting): ReactNode {
  const { t } = useRecord()
  return (
    <>
      <Line label={t('record.report.place')} value={values.name} onChange={set('name')} />
      <Line label={t('record.report.area')} value={values.area} onChange={set('area')} />
      <Line
        type="number"
        step="any"
        label={t('record.report.lat')}
        value={values.lat}
        onChange={set('lat')}
      />
      <Line
        type="number"
        step="any"
        label={t('record.report.lon')}
        value={values.lon}
        onChange={set('lon')}
      />
      <Line
        type="number"
        label={t('record.report.within')}
        value={values.within}
        onChange={set('within')}
      />
    </>
  )
}

const numberOf = (text: string): number | undefined =>
  text.trim() === '' ? undefined : Number(text)

const exactly = (text: string): object | undefined => {
  const n = numberOf(text)
  return n === undefined ? undefined : { low: n, best: n, high: n }
}

function contentOf(
  { name, area, lat, lon, within, means, alleged, killed, injured, text, tongue, ...rest }: Values,
  told: { readonly occurred: number; readonly zone: string; readonly language: string }
): object {
  return {
    occurred: {
      at: new Date(told.occurred).toISOString(),
      precision: rest.precision,
      zone: told.zone
    },
    place: { name, area, lat: numberOf(lat), lon: numberOf(lon), within: numberOf(within) },
    category: rest.category,
    means: [means],
    alleged,
    killed: exactly(killed),
    injured: exactly(injured),
    ...(text === '' ? {} : { text, language: tongue || told.language })
  }
}
