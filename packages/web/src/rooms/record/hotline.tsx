import { Checkbox } from '@mantine/core'
import type { Channel } from '@truce/core'
import { CHANNEL_KINDS } from '@truce/core/model'
import type { ChannelChecks } from '@truce/core/record'
import { URGENCIES } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useLanguage } from '../../messages/index.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { isOverdue, MessageLine } from './message-line.tsx'
import { Among, EntryForm, ForWriter, Line, Lines, Part } from './parts.tsx'
import classes from './record.module.css'
import { useHotline } from './use-hotline.ts'
import { filled, useRecord, useWriting } from './use-record.ts'

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

const EMPTY = {
  channel: '',
  kind: '',
  urgency: 'immediate',
  subject: '',
  text: '',
  first: '',
  other: '',
  tongue: ''
}

function NewMessage({ channels }: { readonly channels: readonly Channel[] }): ReactNode {
  const { t, now, writer, word, view, text: titled } = useRecord()
  const language = useLanguage()
  const writing = useWriting()
  const [values, setValues] = useState(EMPTY)
  const [drill, setDrill] = useState(view.head.exercise)
  const mine = channels.filter(({ ends }) => ends.includes(writer.party))
  const channel = mine.find(({ id }) => id === values.channel) ?? mine[0]
  if (!channel) return <Quiet as="p">{t('record.hotline.not-mine')}</Quiet>
  const kinds = channel.kinds.length > 0 ? channel.kinds : CHANNEL_KINDS
  const kind = kinds.find((one) => one === values.kind) ?? kinds[0]
  const set = (key: keyof typeof EMPTY) => (value: string) => setValues({ ...values, [key]: value })
  const send = async (): Promise<void> => {
    const content = filled({
      channel: channel.id,
      kind,
      status: drill ? 'exercise' : 'actual',
      urgency: values.urgency,
      to: channel.ends.filter((end) => end !== writer.party),
      sentAt: new Date(now).toISOString(),
      subject: values.subject,
      text: {
        [values.first || language]: values.text,
        ...(values.tongue !== '' && { [values.tongue]: values.other })
      }
    })
    if (await writing.send({ kind: 'message.sent', content })) setValues(EMPTY)
  }
  return (
    <EntryForm writing={writing} submit={t('record.hotline.go')} onSubmit={() => void send()}>
      <Among
        label={t('record.hotline.channel')}
        value={channel.id}
        onChange={set('channel')}
        options={mine.map(({ id, title }) => ({ value: id, label: title ? titled(title) : id }))}
      />
      <Among
        label={t('record.hotline.kind')}
        value={kind ?? ''}
        onChange={set('kind')}
        options={kinds.map((value) => ({ value, label: word('message', value) }))}
      />
      <Among
        label={t('record.hotline.urgency')}
        value={values.urgency}
        onChange={set('urgency')}
        options={URGENCIES.map((value) => ({ value, label: word('urgency', value) }))}
      />
      <Line label={t('record.hotline.subject')} value={values.subject} onChange={set('subject')} />
      <Checkbox
        size="xs"
        label={t('record.hotline.drill')}
        checked={drill}
        disabled={view.head.exercise}
        onChange={({ currentTarget }) => setDrill(currentTarget.checked)}
      />
      <Lines label={t('record.message.text')} value={values.text} required onChange={set('text')} />
      <Line
        label={t('record.report.tongue')}
        value={values.first === '' ? language : values.first}
        onChange={set('first')}
      />
      <Line
        label={t('record.hotline.tongue')}
        description={t('record.hotline.tongue.about')}
        value={values.tongue}
        onChange={set('tongue')}
      />
      {values.tongue === '' ? null : (
        <Lines
          label={t('record.hotline.other')}
          value={values.other}
          required
          onChange={set('other')}
        />
      )}
    </EntryForm>
  )
}
