import type { ClockReading, MessageAt, MessageClocks } from '@truce/core/record'
import type { ReactNode } from 'react'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Dissent, Dissents } from './dissent.tsx'
import { Facts } from './entry/entry-told.tsx'
import { OfferedForm } from './entry/offers.tsx'
import { EntryLink } from './entry-link.tsx'
import { ProblemList } from './problems.tsx'
import classes from './record.module.css'
import { useRecord, useWriting } from './use-record.ts'

/** Whether somebody has not done in time what the message asks for, and still has not. */
export const isOverdue = ({ ends }: MessageClocks): boolean =>
  ends.some(({ clocks }) => clocks.some(({ state }) => state === 'overdue'))

/** A message of a hotline: what it says, how both ends stand with it, and what can be done about it. */
export function MessageLine({ message }: { readonly message: MessageClocks }): ReactNode {
  const { t, source, time, word, text } = useRecord()
  const { sent, id } = message.message
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
      <Afterwards message={message} />
      <ul className={classes['steps']}>
        {message.ends.map((end) => (
          <End key={end.party} end={end} message={id} />
        ))}
      </ul>
      <EntryLink entry={sent} />
      <Dissents about={sent.id} />
      <Dissent about={sent.id} />
    </li>
  )
}

/** What its sender said of it afterwards, and the forms to do so. */
function Afterwards({ message }: { readonly message: MessageClocks }): ReactNode {
  const { t, writer } = useRecord()
  const { sent, steps } = message.message
  const said = steps.filter(
    ({ kind }) => kind === 'message.corrected' || kind === 'message.cancelled'
  )
  const isMine = sent?.author.party === writer.party && writer.key !== undefined
  const isCancelled = said.some(({ kind }) => kind === 'message.cancelled')
  return (
    <>
      {said.map((one) => (
        <div key={one.id}>
          {t(`record.${one.kind}`)}
          <Facts entry={one} />
          <EntryLink entry={one} />
        </div>
      ))}
      {isMine && !isCancelled
        ? AFTERWARDS.map((kind) => (
            <OfferedForm
              key={kind}
              kind={kind}
              label={t(`record.write.${kind}`)}
              given={{ message: message.message.id }}
            />
          ))
        : null}
    </>
  )
}

const AFTERWARDS = ['message.corrected', 'message.cancelled'] as const

const clockAt = ({ clocks }: MessageAt, what: ClockReading['clock']): ClockReading | undefined =>
  clocks.find(({ clock }) => clock === what)

const isOpen = (clock: ClockReading | undefined): boolean =>
  clock?.state === 'running' || clock?.state === 'overdue'

function End({ end, message }: { readonly end: MessageAt; readonly message: string }): ReactNode {
  const { writer, writers, writeAs } = useRecord()
  const isMine = writer.party === end.party && writer.key !== undefined
  const other = writers.find(({ party, key }) => party === end.party && key !== undefined)
  return (
    <li>
      <PartyMark party={end.party} />:{' '}
      {end.clocks.map((clock, place) => (
        <span key={clock.clock}>
          {place === 0 ? '' : ', '}
          <Clock clock={clock} />
        </span>
      ))}{' '}
      {isMine ? (
        <Reply end={end} message={message} />
      ) : other && end.clocks.some(isOpen) ? (
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

function Clock({ clock: read }: { readonly clock: ClockReading }): ReactNode {
  const { t, time } = useRecord()
  const { clock, state, deadline, stopped } = read
  const isLate = state === 'overdue' || state === 'late'
  return (
    <span className={isLate ? classes['overdue'] : undefined}>
      {t(`record.clock.${clock}.${state}`, {
        by: time(deadline),
        at: stopped === undefined ? '' : time(stopped)
      })}
    </span>
  )
}

/** Acknowledges at once; answers in words. To acknowledge is not to answer. */
function Reply({ end, message }: { readonly end: MessageAt; readonly message: string }): ReactNode {
  const { t, now } = useRecord()
  const writing = useWriting()
  const at = new Date(now).toISOString()
  const acknowledge = async (): Promise<void> => {
    const content = { message, at }
    if (end.received === undefined && !(await writing.send({ kind: 'message.received', content })))
      return
    await writing.send({ kind: 'message.acknowledged', content })
  }
  return (
    <>
      {isOpen(clockAt(end, 'acknowledge')) ? (
        <TextLink onClick={() => void acknowledge()} disabled={writing.busy}>
          {t('record.message.acknowledge')}
        </TextLink>
      ) : null}{' '}
      <ProblemList problems={writing.problems} failed={writing.failed} />
      {isOpen(clockAt(end, 'answer')) ? (
        <OfferedForm
          kind="message.answered"
          label={t('record.message.answer')}
          given={{ message }}
          submit={t('record.message.answer.go')}
        />
      ) : null}
    </>
  )
}
