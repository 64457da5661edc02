import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { EntryForm, Line, Lines } from './parts.tsx'
import classes from './record.module.css'
import { filled, useRecord, useWriting } from './use-record.ts'
import { instantIn, localIn } from './zone-time.ts'

/** The hour that a meeting is due at: unless another is chosen, that of the case, today. */
export function useDue(meeting: string): readonly [string, (local: string) => void, () => string] {
  const { source, now, zone } = useRecord()
  const [local, setLocal] = useState('')
  const time = source.process.meetings.get(meeting)?.hour.time
  const today = localIn(now, zone)
  const shown = local === '' ? `${today.slice(0, 10)}T${time ?? today.slice(11)}` : local
  return [shown, setLocal, () => new Date(instantIn(shown, zone) ?? now).toISOString()]
}

interface Props {
  readonly meeting: string
}

/** Calls a meeting, with what is to be talked about: open incidents are proposed. */
export function ConveneForm({ meeting }: Props): ReactNode {
  const { t, view, zone } = useRecord()
  const writing = useWriting()
  const [due, setDue, dueAt] = useDue(meeting)
  const [place, setPlace] = useState('')
  const [agenda, setAgenda] = useState('')
  const open = [...view.fold.state.incidents.all()].filter(({ status }) => status !== 'closed')
  const [incidents, setIncidents] = useState(true)
  const send = async (): Promise<void> => {
    const lines = agenda.split('\n').filter((line) => line.trim() !== '')
    const content = filled({
      meeting,
      due: dueAt(),
      place,
      agenda: [
        ...lines,
        ...(incidents ? open.slice(0, 100).map(({ id }) => ({ incident: id })) : [])
      ]
    })
    await writing.send({ kind: 'meeting.convened', content })
  }
  return (
    <EntryForm
      writing={writing}
      submit={t('record.write.meeting.convened')}
      onSubmit={() => void send()}
    >
      <Line
        type="datetime-local"
        label={t('record.meetings.due', { zone })}
        value={due}
        onChange={setDue}
      />
      <Line label={t('record.meetings.place')} value={place} onChange={setPlace} />
      <Lines label={t('record.meetings.agenda')} value={agenda} onChange={setAgenda} />
      <Checkbox
        size="xs"
        label={t('record.meetings.open-incidents', { n: open.length })}
        checked={incidents}
        onChange={({ currentTarget }) => setIncidents(currentTarget.checked)}
      />
    </EntryForm>
  )
}

/** Says that a meeting did not take place: who was not there, and why. */
export function FailedForm({ meeting }: Props): ReactNode {
  const { t, zone, source, party } = useRecord()
  const writing = useWriting()
  const [due, setDue, dueAt] = useDue(meeting)
  const [because, setBecause] = useState('')
  const [absent, setAbsent] = useState<readonly string[]>([])
  const seats = [...(source.process.meetings.get(meeting)?.quorum.keys() ?? [])]
  const send = async (): Promise<void> => {
    const content = { ...filled({ meeting, due: dueAt(), because }), absent: [...absent] }
    await writing.send({ kind: 'meeting.failed', content })
  }
  return (
    <EntryForm
      writing={writing}
      submit={t('record.write.meeting.failed')}
      onSubmit={() => void send()}
    >
      <Line
        type="datetime-local"
        label={t('record.meetings.due', { zone })}
        value={due}
        onChange={setDue}
      />
      <fieldset>
        <legend>{t('record.meetings.absent')}</legend>
        <div className={classes['row']}>
          {seats.map((id) => (
            <Checkbox
              key={id}
              size="xs"
              label={party(id)}
              checked={absent.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                setAbsent(checked ? [...absent, id] : absent.filter((one) => one !== id))
              }
            />
          ))}
        </div>
      </fieldset>
      <Lines label={t('record.next.because')} value={because} onChange={setBecause} />
    </EntryForm>
  )
}

/** A recess that the sides agree on. */
export function RecessForm({ meeting }: Props): ReactNode {
  const { t, zone, now, source } = useRecord()
  const writing = useWriting()
  const [from, setFrom] = useState(() => localIn(now, zone))
  const [until, setUntil] = useState('')
  const [because, setBecause] = useState('')
  const sides = [...(source.process.meetings.get(meeting)?.quorum.keys() ?? [])]
  const instant = (local: string): string | undefined => {
    const at = instantIn(local, zone)
    return at === undefined ? undefined : new Date(at).toISOString()
  }
  const send = async (): Promise<void> => {
    const content = filled({
      meeting,
      from: instant(from),
      until: instant(until),
      agreedBy: sides,
      because
    })
    await writing.send({ kind: 'meeting.recessed', content })
  }
  return (
    <EntryForm
      writing={writing}
      submit={t('record.write.meeting.recessed')}
      onSubmit={() => void send()}
    >
      <Line
        type="datetime-local"
        label={t('record.meetings.from', { zone })}
        value={from}
        required
        onChange={setFrom}
      />
      <Line
        type="datetime-local"
        label={t('record.meetings.until', { zone })}
        value={until}
        required
        onChange={setUntil}
      />
      <Lines label={t('record.next.because')} value={because} onChange={setBecause} />
    </EntryForm>
  )
}
