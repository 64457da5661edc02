import type { Message } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useLanguage } from '../../messages/index.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { Clocked, MessageEndTold } from './clocks.ts'
import { endsOf } from './clocks.ts'
import { EntryLink } from './entry-link.tsx'
import { EntryForm, Lines } from './parts.tsx'
import { ProblemList } from './problems.tsx'
import classes from './record.module.css'
import { filled, useRecord, useWriting } from './use-record.ts'

/** A message of a hotline: what it says, how both ends stand with it, and what can be done about it. */
export function MessageLine({ message }: { readonly message: Message }): ReactNode {
  const { t, source, now, time, word, text } = useRecord()
  const { sent } = message
  if (!sent) return <li>{t('record.message.hidden')}</li>
  const { content, author } = sent
  const channel = source.process.channels.get(content.channel)
  return (
    <li>
      <PartyMark party={author.party} /> · {word('message', content.kind)} ·{' '}
      {word('urgency', content.urgency)} ·{' '}
      <span className={content.status === 'actual' ? undefined : classes['exercise']}>
        {word('message-status', content.status)}
      </span>{' '}
      <Quiet>
        {channel?.title ? text(channel.title) : content.channel} · {time(content.sentAt)}
      </Quiet>
      {content.subject === undefined ? null : <div>{content.subject}</div>}
      {Object.entries(content.text).map(([language, said]) => (
        <p key={language} lang={language} dir="auto" className={classes['words']}>
          {said}
        </p>
      ))}
      <ul className={classes['steps']}>
        {endsOf(message, source, now).map((end) => (
          <End key={end.party} end={end} message={message} />
        ))}
      </ul>
      <EntryLink entry={sent} />
    </li>
  )
}

function End({
  end,
  message
}: {
  readonly end: MessageEndTold
  readonly message: Message
}): ReactNode {
  const { writer, writers, writeAs } = useRecord()
  const isMine = writer.party === end.party && writer.key !== undefined
  const other = writers.find(({ party, key }) => party === end.party && key !== undefined)
  return (
    <li>
      <PartyMark party={end.party} />: <Clock clock={end.acknowledge} what="acknowledge" />
      {end.answer ? (
        <>
          , <Clock clock={end.answer} what="answer" />
        </>
      ) : null}{' '}
      {isMine ? (
        <Reply end={end} message={message} />
      ) : other && end.acknowledge.done === undefined ? (
        <WriteAsOther onClick={() => writeAs(other)} party={end.party} />
      ) : null}
    </li>
  )
}

function WriteAsOther({
  party: id,
  onClick
}: {
  readonly party: string
  readonly onClick: () => void
}): ReactNode {
  const { t, party } = useRecord()
  return <TextLink onClick={onClick}>{t('record.write-as.go', { party: party(id) })}</TextLink>
}

function Clock({
  clock,
  what
}: {
  readonly clock: Clocked
  readonly what: 'acknowledge' | 'answer'
}): ReactNode {
  const { t, time } = useRecord()
  const { done, by, overdue } = clock
  const stand = done === undefined ? (overdue ? 'overdue' : 'waits') : overdue ? 'late' : 'done'
  return (
    <span className={overdue ? classes['overdue'] : undefined}>
      {t(`record.clock.${what}.${stand}`, {
        by: time(by),
        at: done === undefined ? '' : time(done)
      })}
    </span>
  )
}

/** Acknowledges at once; answers in words. To acknowledge is not to answer. */
function Reply({
  end,
  message
}: {
  readonly end: MessageEndTold
  readonly message: Message
}): ReactNode {
  const { t, now } = useRecord()
  const language = useLanguage()
  const writing = useWriting()
  const [answer, setAnswer] = useState<string>()
  const [text, setText] = useState('')
  const at = new Date(now).toISOString()
  const acknowledge = async (): Promise<void> => {
    const content = { message: message.id, at }
    if (end.received === undefined && !(await writing.send({ kind: 'message.received', content })))
      return
    await writing.send({ kind: 'message.acknowledged', content })
  }
  const send = async (): Promise<void> => {
    const content = filled({ message: message.id, at, text: { [language]: text } })
    if (await writing.send({ kind: 'message.answered', content })) setAnswer(undefined)
  }
  return (
    <>
      {end.acknowledge.done === undefined ? (
        <TextLink onClick={() => void acknowledge()} disabled={writing.busy}>
          {t('record.message.acknowledge')}
        </TextLink>
      ) : null}{' '}
      {end.answer && end.answer.done === undefined && answer === undefined ? (
        <TextLink onClick={() => setAnswer('')}>{t('record.message.answer')}</TextLink>
      ) : null}
      {answer === undefined ? (
        <ProblemList problems={writing.problems} failed={writing.failed} />
      ) : (
        <EntryForm
          writing={writing}
          submit={t('record.message.answer.go')}
          onSubmit={() => void send()}
        >
          <Lines label={t('record.message.text')} value={text} required onChange={setText} />
        </EntryForm>
      )}
    </>
  )
}
