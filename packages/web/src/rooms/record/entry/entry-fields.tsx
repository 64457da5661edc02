import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Quiet } from '../../../ui/quiet.tsx'
import { Lines } from '../parts.tsx'
import { useRecord } from '../use-record.ts'
import { entryWords, openIncidents } from './choices.ts'
import type { DraftGroup } from './entry-draft.ts'
import { listOf, wordsOf } from './entry-draft.ts'

interface Props {
  readonly label: string
}

/** What is to be talked about: points, a line each, and the incidents that are open. */
export function Agenda({
  label,
  agenda,
  onChange
}: Props & {
  readonly agenda: DraftGroup
  readonly onChange: (agenda: DraftGroup) => void
}): ReactNode {
  const { t, view } = useRecord()
  const named = listOf(agenda['incidents'])
  const open = openIncidents(view.fold.state)
  const n = named.length > 0 ? named.length : open.length
  return (
    <>
      <Lines
        label={label}
        value={wordsOf(agenda['points'])}
        onChange={(points) => onChange({ ...agenda, points })}
      />
      {n === 0 ? null : (
        <Checkbox
          size="xs"
          label={t('record.meetings.open-incidents', { n })}
          checked={named.length > 0}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ ...agenda, incidents: checked ? open : [] })
          }
        />
      )}
    </>
  )
}

/** Entries of the record by their numbers, as the log lists them. */
export function Entries({
  label,
  chosen,
  onChange
}: Props & {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}): ReactNode {
  const record = useRecord()
  const { t } = record
  const { state, lines } = record.view.fold
  const [typed, setTyped] = useState<string>()
  const found = chosen.flatMap((id) => state.entry(id) ?? [])
  const idsIn = (text: string): readonly string[] =>
    numbersIn(text).flatMap((number) => lines[number]?.told.entry.id ?? [])
  // What was typed is shown only as long as it says what the form holds: once sent, it holds nothing.
  const own = typed !== undefined && idsIn(typed).join() === chosen.join() ? typed : undefined
  const missing = numbersIn(own ?? '').filter((number) => lines[number] === undefined)
  const type = (text: string): void => {
    setTyped(text)
    onChange(idsIn(text))
  }
  return (
    <>
      <Lines
        label={label}
        value={own ?? found.map(({ number }) => number).join(', ')}
        onChange={type}
      />
      {missing.length === 0 ? null : (
        <p role="alert">{t('record.gate.no-entry', { numbers: missing.join(', ') })}</p>
      )}
      {found.map((entry) => (
        <Quiet as="p" key={entry.id}>
          {entryWords(record, entry)}
        </Quiet>
      ))}
    </>
  )
}

const numbersIn = (text: string): readonly number[] => [
  ...new Set([...text.matchAll(/\d+/g)].map(([one]) => Number(one)))
]
