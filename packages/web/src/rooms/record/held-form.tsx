import { Button } from '@mantine/core'
import { RANKS, SEATS } from '@truce/core/model'
import { GRADE_BASES, rungsOf } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useDue } from './meeting-forms.tsx'
import { Among, EntryForm, Line, Lines } from './parts.tsx'
import classes from './record.module.css'
import { filled, useRecord, useWriting } from './use-record.ts'
import { instantIn } from './zone-time.ts'

/** Somebody at the table, as it is filled in. */
interface Seated {
  readonly party: string
  readonly as: string
  readonly name: string
  readonly rank: string
  readonly nation: string
  readonly low: string
  readonly high: string
  readonly basis: string
}

interface Pledge {
  readonly by: string
  readonly what: string
  readonly due: string
}

/** What a meeting came to: who was there with their ranks as they bear them, what was agreed, what promised. */
export function HeldForm({ meeting }: { readonly meeting: string }): ReactNode {
  const { t, zone, source, now } = useRecord()
  const writing = useWriting()
  const standing = source.process.meetings.get(meeting)
  const sides = [...(standing?.quorum.keys() ?? source.parties.keys())]
  const [due, setDue, dueAt] = useDue(meeting)
  const [started, setStarted] = useState('')
  const [ended, setEnded] = useState('')
  const [seated, setSeated] = useState<readonly Seated[]>(() => sides.map(seatFor))
  const [agreed, setAgreed] = useState('')
  const [notAgreed, setNotAgreed] = useState('')
  const [promised, setPromised] = useState<Pledge>({ by: sides[0] ?? '', what: '', due: '' })
  const at = (local: string): string => new Date(instantIn(local || due, zone) ?? now).toISOString()
  const send = async (): Promise<void> => {
    const content = filled({
      meeting,
      due: dueAt(),
      started: at(started),
      ended: at(ended || started),
      attendance: seated.map(({ low, high, basis, ...one }) => ({
        ...one,
        grade: { low, high, basis }
      })),
      agreed: linesOf(agreed),
      notAgreed: linesOf(notAgreed),
      undertakings: promised.what === '' ? [] : [undertakingOf(promised, at)]
    })
    if (await writing.send({ kind: 'meeting.held', content })) setAgreed('')
  }
  const replace = (place: number, one: Seated): void =>
    setSeated(seated.map((old, k) => (k === place ? one : old)))
  return (
    <EntryForm
      writing={writing}
      submit={t('record.write.meeting.held')}
      onSubmit={() => void send()}
    >
      <Line
        type="datetime-local"
        label={t('record.meetings.due', { zone })}
        value={due}
        onChange={setDue}
      />
      <Line
        type="datetime-local"
        label={t('record.meetings.started', { zone })}
        value={started || due}
        onChange={setStarted}
      />
      <Line
        type="datetime-local"
        label={t('record.meetings.ended', { zone })}
        value={ended || started || due}
        onChange={setEnded}
      />
      <fieldset>
        <legend>{t('record.meetings.attendance')}</legend>
        {seated.map((one, place) => (
          <Seat
            // biome-ignore lint/suspicious/noArrayIndexKey: seats are filled in, in one order
            key={place}
            seated={one}
            day={due.slice(0, 10)}
            onChange={(next) => replace(place, next)}
          />
        ))}
        <Button
          size="xs"
          variant="subtle"
          onClick={() => setSeated([...seated, seatFor(sides[0] ?? '')])}
        >
          {t('record.attendance.more')}
        </Button>
      </fieldset>
      <Lines label={t('record.meetings.agreed.lines')} value={agreed} onChange={setAgreed} />
      <Lines
        label={t('record.meetings.not-agreed.lines')}
        value={notAgreed}
        onChange={setNotAgreed}
      />
      <Promised promised={promised} onChange={setPromised} />
    </EntryForm>
  )
}

const seatFor = (party: string): Seated => ({
  party,
  as: 'party',
  name: '',
  rank: '',
  nation: '',
  low: 'OF-6',
  high: 'OF-6',
  basis: 'practice'
})

/** With the grades and the basis that the ladder of its nation gives a rank, where it knows it. */
function graded(seated: Seated, day: string): Seated {
  const [rung] = rungsOf(seated, day)
  if (!rung) return seated
  const { low, high, basis } = rung
  return { ...seated, low, high, basis: basis[0] ?? seated.basis }
}

function Seat({
  seated,
  day,
  onChange
}: {
  readonly seated: Seated
  /** The day of the meeting: ladders are dated. */
  readonly day: string
  readonly onChange: (seated: Seated) => void
}): ReactNode {
  const { t, source, party, word } = useRecord()
  const set = (key: keyof Seated) => (value: string) => onChange({ ...seated, [key]: value })
  const grades = RANKS.map((value) => ({ value, label: value }))
  return (
    <div className={classes['row']}>
      <Among
        label={t('record.attendance.who')}
        value={seated.party}
        onChange={set('party')}
        options={[...source.parties.keys()].map((value) => ({ value, label: party(value) }))}
      />
      <Among
        label={t('record.attendance.as')}
        value={seated.as}
        onChange={set('as')}
        options={SEATS.map((value) => ({ value, label: word('seat', value) }))}
      />
      <Line label={t('record.attendance.name')} value={seated.name} onChange={set('name')} />
      <Line
        label={t('record.attendance.nation')}
        value={seated.nation}
        onChange={(nation) => onChange(graded({ ...seated, nation: nation.toUpperCase() }, day))}
      />
      <Line
        label={t('record.attendance.rank')}
        value={seated.rank}
        required
        onChange={(rank) => onChange(graded({ ...seated, rank }, day))}
      />
      <Among
        label={t('record.attendance.low')}
        value={seated.low}
        onChange={set('low')}
        options={grades}
      />
      <Among
        label={t('record.attendance.high')}
        value={seated.high}
        onChange={set('high')}
        options={grades}
      />
      <Among
        label={t('record.attendance.basis')}
        value={seated.basis}
        onChange={set('basis')}
        options={GRADE_BASES.map((value) => ({ value, label: word('basis', value) }))}
      />
    </div>
  )
}

function Promised({
  promised,
  onChange
}: {
  readonly promised: Pledge
  readonly onChange: (promised: Pledge) => void
}): ReactNode {
  const { t, source, party, zone } = useRecord()
  return (
    <fieldset>
      <legend>{t('record.meetings.undertaking')}</legend>
      <div className={classes['row']}>
        <Among
          label={t('record.undertaking.by')}
          value={promised.by}
          onChange={(by) => onChange({ ...promised, by })}
          options={[...source.parties.keys()].map((value) => ({ value, label: party(value) }))}
        />
        <Line
          label={t('record.undertaking.what')}
          value={promised.what}
          onChange={(what) => onChange({ ...promised, what })}
        />
        <Line
          type="datetime-local"
          label={t('record.undertaking.due', { zone })}
          value={promised.due}
          onChange={(due) => onChange({ ...promised, due })}
        />
      </div>
    </fieldset>
  )
}

const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '')

const undertakingOf = ({ by, what, due }: Pledge, at: (local: string) => string): object => ({
  id: `${by}-${crypto.randomUUID().slice(0, 8)}`,
  by,
  what,
  ...(due !== '' && { due: at(due) })
})
