import type { Withdrawal } from '@truce/core'
import type { JsonObject } from '@truce/core/log'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { GroundAsRecorded } from './as-recorded.tsx'
import { Dissent, Dissents } from './dissent.tsx'
import { Filed } from './entry/entry-told.tsx'
import { KindForm } from './entry/kind-form.tsx'
import { Offers, offeredIn } from './entry/offers.tsx'
import { EntryLink } from './entry-link.tsx'
import { Among, Part } from './parts.tsx'
import classes from './record.module.css'
import { mayWrite, useRecord } from './use-record.ts'

/** What is to be withdrawn: who has begun, who says that it is done, and what others found. */
export function GroundView(): ReactNode {
  const { t, source } = useRecord()
  const all = [...source.process.withdrawals.values()]
  return (
    <>
      {all.length === 0 ? <p>{t('record.ground.nothing')}</p> : null}
      {all.map((one) => (
        <WithdrawalTold key={one.id} withdrawal={one} />
      ))}
      {all.length === 0 ? null : <GroundAsRecorded />}
      <Offers view="ground" />
      <Filed
        title={t('record.ground.filed')}
        kinds={offeredIn('ground')}
        none={t('record.ground.filed.none')}
      />
    </>
  )
}

function WithdrawalTold({ withdrawal }: { readonly withdrawal: Withdrawal }): ReactNode {
  const { t, view, word, kindName, party, time, text } = useRecord()
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
                {kindName(entry.kind)}
                {outcome}
                {'party' in content && content.party ? ` (${party(content.party)})` : ''} · {at}
                <EntryLink entry={entry} />
                <Dissents about={entry.id} />
                <Dissent about={entry.id} />
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
  const { t, kindName, writer } = record
  const [chosen, setChosen] = useState<string>('')
  const owing = [...withdrawal.baseline.keys()]
  const kinds = KINDS.filter(
    (kind) =>
      mayWrite(record, kind) && (kind !== 'delivery.declared' || owing.includes(writer.party))
  )
  const kind = kinds.find((one) => one === chosen) ?? kinds[0]
  if (!kind) return null
  return (
    <Disclosure label={t('record.ground.say')}>
      <Among
        label={t('record.next.step')}
        value={kind}
        onChange={setChosen}
        options={kinds.map((value) => ({ value, label: kindName(value) }))}
      />
      <KindForm
        key={`${kind} ${writer.party}`}
        kind={kind}
        given={aboutOf(kind, withdrawal.id, writer.party)}
        submit={t('record.next.go')}
      />
    </Disclosure>
  )
}

/** What such an entry is about; a party declares for itself alone. */
function aboutOf(kind: Kind, id: string, party: string): JsonObject {
  if (kind === 'withdrawal.started' || kind === 'withdrawal.completed') return { withdrawal: id }
  return { of: `withdrawal.${id}`, ...(kind === 'delivery.declared' && { party }) }
}
