import type { Channel } from '@truce/core'
import { CHANNEL_KINDS } from '@truce/core/model'
import type { ChannelChecks } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { KindForm } from './entry/kind-form.tsx'
import { isOverdue, MessageLine } from './message-line.tsx'
import { Among, ForWriter, Part } from './parts.tsx'
import classes from './record.module.css'
import { useHotline } from './use-hotline.ts'
import { useRecord } from './use-record.ts'

/** How many messages are listed at once. */
const MOST = 100

/** The hotlines: alarms first, a new message, the lines with their checks, and all messages. */
export function Hotline(): ReactNode {
  const { t, source } = useRecord()
  const { messages, checks, hidden } = useHotline()
  const channels = [...source.process.channels.values()]
  if (channels.length === 0) return <p>{t('record.hotline.nothing')}</p>
  const overdue = messages.filter(isOverdue)
  const rest = messages.filter((one) => !isOverdue(one)).toReversed()
  return (
    <>
      <Part title={t('record.today.alarms')} count={overdue.length}>
        {overdue.length === 0 ? (
          <Quiet as="p">{t('record.today.alarms.none')}</Quiet>
        ) : (
          <ul className={classes['list']}>
            {overdue.map((message) => (
              <MessageLine key={message.message.id} message={message} />
            ))}
          </ul>
        )}
        <Disclosure label={t('record.hotline.new')}>
          <ForWriter kind="message.sent">
            <NewMessage channels={channels} />
          </ForWriter>
        </Disclosure>
      </Part>
      <Part title={t('record.hotline.lines')} count={channels.length}>
        <ul className={classes['list']}>
          {channels.map((channel) => (
            <LineTold
              key={channel.id}
              channel={channel}
              checks={checks.find((one) => one.channel === channel.id)}
            />
          ))}
        </ul>
      </Part>
      <Part title={t('record.hotline.messages')} count={rest.length}>
        {hidden > 0 ? <Quiet as="p">{t('record.hotline.hidden', { n: hidden })}</Quiet> : null}
        {rest.length === 0 ? (
          <Quiet as="p">{t('record.hotline.none')}</Quiet>
        ) : (
          <ul className={classes['list']}>
            {rest.slice(0, MOST).map((message) => (
              <MessageLine key={message.message.id} message={message} />
            ))}
          </ul>
        )}
      </Part>
    </>
  )
}

/** A line: whose it is, its two clocks, and how its checks went since the record began. */
function LineTold({
  channel,
  checks
}: {
  readonly channel: Channel
  readonly checks: ChannelChecks | undefined
}): ReactNode {
  const { t, began, time, text, word } = useRecord()
  const due = (checks?.due ?? []).filter((one) => one.due >= began)
  const last = due.at(-1)
  const missed = due.filter(({ state }) => state === 'missed' || state === 'unanswered').length
  const minutes = (seconds: number): number => Math.round(seconds / 60)
  return (
    <li>
      {channel.title ? text(channel.title) : channel.id}:{' '}
      {channel.ends.map((end, place) => (
        <span key={end}>
          {place === 0 ? '' : ', '}
          <PartyMark party={end} />
        </span>
      ))}
      <Quiet as="div">
        {t('record.line.clocks', { acknowledge: minutes(channel.acknowledgeWithin.seconds) })}{' '}
        {channel.answerWithin
          ? t('record.line.answer', { answer: minutes(channel.answerWithin.seconds) })
          : ''}{' '}
        {checks ? t('record.line.checks', { at: checks.hours.join(', '), zone: checks.zone }) : ''}
      </Quiet>
      {last ? (
        <div className={last.state === 'missed' ? classes['overdue'] : undefined}>
          {t('record.line.last', { at: time(last.due), state: word('check', last.state) })}{' '}
          {t('record.line.count', { due: due.length, missed })}
        </div>
      ) : (
        <Quiet as="div">{t('record.line.never')}</Quiet>
      )}
    </li>
  )
}

/** A message over a line of who writes: about what that line is for, to its other ends. */
function NewMessage({ channels }: { readonly channels: readonly Channel[] }): ReactNode {
  const { t, writer, view, text } = useRecord()
  const [picked, setPicked] = useState('')
  const mine = channels.filter(({ ends }) => ends.includes(writer.party))
  const channel = mine.find(({ id }) => id === picked) ?? mine[0]
  if (!channel) return <Quiet as="p">{t('record.hotline.not-mine')}</Quiet>
  const kinds = channel.kinds.length > 0 ? channel.kinds : CHANNEL_KINDS
  const drill = view.head.exercise ? { status: 'exercise' } : {}
  return (
    <>
      <div className={classes['row']}>
        <Among
          label={t('record.hotline.channel')}
          value={channel.id}
          onChange={setPicked}
          options={mine.map(({ id, title }) => ({ value: id, label: title ? text(title) : id }))}
        />
      </div>
      <KindForm
        key={`${channel.id} ${writer.party}`}
        kind="message.sent"
        given={{
          channel: channel.id,
          to: channel.ends.filter((end) => end !== writer.party),
          ...drill
        }}
        likely={{ kind: kinds[0] ?? '', urgency: 'immediate', status: 'actual' }}
        within={{ kind: kinds }}
        submit={t('record.hotline.go')}
      />
    </>
  )
}
