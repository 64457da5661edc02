import { Checkbox } from '@mantine/core'
import type { Channel } from '@truce/core'
import { CHANNEL_KINDS } from '@truce/core/model'
import { URGENCIES } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useLanguage } from '../../messages/index.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { alarms } from './clocks.ts'
import { MessageLine } from './message-line.tsx'
import { Among, EntryForm, ForWriter, Line, Lines, Part } from './parts.tsx'
import classes from './record.module.css'
import { filled, useRecord, useWriting } from './use-record.ts'

/** How many messages are listed at once. */
const MOST = 100

/** The hotlines: alarms first, a new message, the lines with their checks, and all messages. */
export function Hotline(): ReactNode {
  const { t, view, source, now } = useRecord()
  const channels = [...source.process.channels.values()]
  if (channels.length === 0) return <p>{t('record.hotline.nothing')}</p>
  const { state } = view.fold
  const overdue = alarms(state, now)
  const rest = [...state.messages.all()].filter((one) => !overdue.includes(one)).toReversed()
  return (
    <>
      <Part title={t('record.today.alarms')} count={overdue.length}>
        {overdue.length === 0 ? (
          <Quiet as="p">{t('record.today.alarms.none')}</Quiet>
        ) : (
          <ul className={classes['list']}>
            {overdue.map((message) => (
              <MessageLine key={message.id} message={message} />
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
            <LineTold key={channel.id} channel={channel} />
          ))}
        </ul>
      </Part>
      <Part title={t('record.hotline.messages')} count={rest.length}>
        {rest.length === 0 ? (
          <Quiet as="p">{t('record.hotline.none')}</Quiet>
        ) : (
          <ul className={classes['list']}>
            {rest.slice(0, MOST).map((message) => (
              <MessageLine key={message.id} message={message} />
            ))}
          </ul>
        )}
      </Part>
    </>
  )
}

/** A line: whose it is, its two clocks, and when it was last checked. */
function LineTold({ channel }: { readonly channel: Channel }): ReactNode {
  const { t, view, time, text } = useRecord()
  const last = [...view.fold.state.messages.all()].findLast(
    ({ sent }) => sent?.content.channel === channel.id && sent.content.kind === 'line-check'
  )
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
        {channel.lineCheck.length > 0
          ? t('record.line.checks', { at: channel.lineCheck.map((one) => one.time).join(', ') })
          : ''}{' '}
        {last?.sent
          ? t('record.line.last', { at: time(last.sent.content.sentAt) })
          : t('record.line.never')}
      </Quiet>
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
