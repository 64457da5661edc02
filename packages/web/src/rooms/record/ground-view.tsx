import type { Withdrawal } from '@truce/core'
import { VERIFICATIONS } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { GroundAsRecorded } from './as-recorded.tsx'
import { Dissents } from './dissent.tsx'
import { EntryLink } from './entry-link.tsx'
import { Among, EntryForm, Lines, Part } from './parts.tsx'
import classes from './record.module.css'
import { filled, mayWrite, useRecord, useWriting } from './use-record.ts'

/** What is to be withdrawn: who has begun, who says that it is done, and what others found. */
export function GroundView(): ReactNode {
  const { t, source } = useRecord()
  const all = [...source.process.withdrawals.values()]
  if (all.length === 0) return <p>{t('record.ground.nothing')}</p>
  return (
    <>
      {all.map((one) => (
        <WithdrawalTold key={one.id} withdrawal={one} />
      ))}
      <GroundAsRecorded />
    </>
  )
}

function WithdrawalTold({ withdrawal }: { readonly withdrawal: Withdrawal }): ReactNode {
  const { t, view, word, party, time, text } = useRecord()
  const { state } = view.fold
  const deed = state.deeds.get(`withdrawal.${withdrawal.id}`)
  const moves = [...state.of('withdrawal.started'), ...state.of('withdrawal.completed')].filter(
    ({ content }) => content.withdrawal === withdrawal.id
  )
  const said = [
    ...moves,
    ...(deed ? [...deed.declared, ...deed.verified, ...deed.disputed] : [])
  ].sort((a, b) => a.number - b.number)
  return (
    <Part title={withdrawal.title ? text(withdrawal.title) : withdrawal.id}>
      <p>
        {[...withdrawal.baseline.keys()].map((one) => (
          <span key={one}>
            <PartyMark party={one} />{' '}
          </span>
        ))}
        <Quiet>
          {withdrawal.verifiedBy.length > 0
            ? t('record.ground.verified-by', { who: withdrawal.verifiedBy.map(party).join(', ') })
            : ''}
        </Quiet>
      </p>
      {said.length === 0 ? (
        <Quiet as="p">{t('record.ground.none')}</Quiet>
      ) : (
        <ol className={classes['steps']}>
          {said.map((entry) => {
            const { content } = entry
            const outcome = 'outcome' in content ? `: ${word('outcome', content.outcome)}` : ''
            const at = 'at' in content ? time(content.at) : time(entry.received)
            return (
              <li key={entry.id}>
                {word('kind', entry.kind)}
                {outcome}
                {'party' in content && content.party ? ` (${party(content.party)})` : ''} · {at}
                <EntryLink entry={entry} />
                <Dissents about={entry.id} />
              </li>
            )
          })}
        </ol>
      )}
      <SayForm withdrawal={withdrawal} />
    </Part>
  )
}

const KINDS = [
  'withdrawal.started',
  'withdrawal.completed',
  'delivery.declared',
  'delivery.verified',
  'delivery.disputed'
] as const
type Kind = (typeof KINDS)[number]

function SayForm({ withdrawal }: { readonly withdrawal: Withdrawal }): ReactNode {
  const record = useRecord()
  const { t, word, party, writer, now } = record
  const writing = useWriting()
  const owing = [...withdrawal.baseline.keys()]
  const kinds = KINDS.filter(
    (kind) =>
      mayWrite(record, kind) && (kind !== 'delivery.declared' || owing.includes(writer.party))
  )
  const [chosen, setChosen] = useState<string>('')
  const [values, setValues] = useState({ of: owing[0] ?? '', outcome: 'confirmed', text: '' })
  const kind = kinds.find((one) => one === chosen) ?? kinds[0]
  if (!kind) return null
  const send = async (): Promise<void> => {
    const told = { kind, values, writer: writer.party, at: new Date(now).toISOString() }
    await writing.send({ kind, content: filled(contentOf(withdrawal.id, told)) })
  }
  return (
    <Disclosure label={t('record.ground.say')}>
      <EntryForm writing={writing} submit={t('record.next.go')} onSubmit={() => void send()}>
        <Among
          label={t('record.next.step')}
          value={kind}
          onChange={setChosen}
          options={kinds.map((value) => ({ value, label: word('kind', value) }))}
        />
        <Among
          label={t('record.ground.of')}
          value={values.of}
          onChange={(of) => setValues({ ...values, of })}
          options={owing.map((value) => ({ value, label: party(value) }))}
        />
        {kind === 'delivery.verified' ? (
          <Among
            label={t('record.next.outcome')}
            value={values.outcome}
            onChange={(outcome) => setValues({ ...values, outcome })}
            options={VERIFICATIONS.map((value) => ({ value, label: word('outcome', value) }))}
          />
        ) : null}
        {kind.startsWith('delivery') ? (
          <Lines
            label={t(kind === 'delivery.disputed' ? 'record.next.because' : 'record.next.text')}
            value={values.text}
            required={kind === 'delivery.disputed'}
            onChange={(text) => setValues({ ...values, text })}
          />
        ) : null}
      </EntryForm>
    </Disclosure>
  )
}

function contentOf(
  id: string,
  {
    kind,
    values: { of, outcome, text },
    writer,
    at
  }: {
    readonly kind: Kind
    readonly values: { readonly of: string; readonly outcome: string; readonly text: string }
    readonly writer: string
    readonly at: string
  }
): Readonly<Record<string, unknown>> {
  if (kind === 'withdrawal.started' || kind === 'withdrawal.completed')
    return { withdrawal: id, party: of, at, means: [of === writer ? 'party-report' : 'saw'] }
  const subject = { of: `withdrawal.${id}`, party: of }
  if (kind === 'delivery.disputed') return { ...subject, because: text }
  if (kind === 'delivery.declared') return { ...subject, at, text }
  return { ...subject, outcome, by: [writer], at, means: ['saw'], text }
}
