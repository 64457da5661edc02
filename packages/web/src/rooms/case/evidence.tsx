import { Anchor } from '@mantine/core'
import type { Poll, Source } from '@truce/core'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { useNumbers } from '../../ui/use-numbers.ts'
import { isWeb } from '../../ui/web.ts'
import sheet from './case.module.css'
import { CitationList } from './citation-list.tsx'
import { Field } from './field.tsx'
import { EntryTools } from './forms/entry-tools.tsx'
import { SourceMark } from './source-note.tsx'

/** The polls, with what was asked and answered. */
export function Polls() {
  const { source } = useGround()
  return (
    <ul className={sheet.rows}>
      {[...source.polls.values()].map((poll) => (
        <PollRow key={poll.id} poll={poll} />
      ))}
    </ul>
  )
}

function PollRow({
  poll: {
    id,
    at,
    question,
    answers,
    population,
    field,
    n,
    nStated,
    undecided,
    source: cited,
    house,
    common,
    drift
  }
}: {
  readonly poll: Poll
}) {
  const t = useMessages()
  const numbers = useNumbers()
  const names = useGround()
  const { said } = names
  const missing = Math.max(0, 100 - [...answers.values()].reduce((sum, share) => sum + share, 0))
  return (
    <li id={at} className={sheet.block}>
      <p className={sheet.says}>{question === undefined ? id : names.text(question)}</p>
      <ul className={sheet.answers}>
        {[...answers, ...(missing > 0.5 ? ([['', missing]] as const) : [])].map(
          ([answer, percent]) => (
            <li key={answer}>
              <span>
                {answer === ''
                  ? t(`case.poll.undecided.${undecided}`)
                  : answer.replaceAll('-', ' ')}
              </span>
              <span className={sheet.percent}>{numbers.percent(percent / 100)}</span>
              <span className={sheet.share} aria-hidden="true" data-undecided={answer === ''}>
                <span style={{ inlineSize: `${Math.min(percent, 100)}%` }} />
              </span>
            </li>
          )
        )}
      </ul>
      <Quiet as="p">
        {t(nStated ? 'case.poll.asked' : 'case.poll.assumed', {
          n,
          population: names.party(population),
          field
        })}{' '}
        <SourceMark id={cited} />.{' '}
        {t('case.poll.errors', {
          house: numbers.percent(house),
          common: numbers.percent(common),
          drift: numbers.percent(drift)
        })}{' '}
        ({said.say('mark.case')})
      </Quiet>
      <EntryTools form="poll" at={at} title={question === undefined ? id : names.text(question)} />
    </li>
  )
}

/** Everything that is cited, with what rests on it. */
export function Sources() {
  const { source } = useGround()
  return (
    <ul className={sheet.rows}>
      {[...source.sources.values()].map((one) => (
        <SourceRow key={one.id} source={one} />
      ))}
    </ul>
  )
}

function SourceRow({
  source: { id, at, title, kind, author, date, url, side }
}: {
  readonly source: Source
}) {
  const t = useMessages()
  const names = useGround()
  const rows = [
    ['author', author === undefined ? undefined : names.text(author)],
    ['date', date],
    ['url', url]
  ] as const
  return (
    <li id={at} className={sheet.block}>
      <cite>
        <Field
          inForm
          at={`${at}/title`}
          text={title}
          label={t('case.source.of', { part: t('case.source.title'), source: names.text(title) })}
        />
      </cite>
      <Quiet as="p">
        {t(`case.source.kind.${kind}`)}
        {side !== undefined && ` · ${t('case.source.side', { party: names.party(side) })}`}
        {url !== undefined && isWeb(url) && (
          <>
            {' · '}
            <Anchor href={url} inherit underline="always" target="_blank" rel="noreferrer">
              {t('case.source.open')}
            </Anchor>
          </>
        )}
      </Quiet>
      <Quiet as="div">
        {rows.flatMap(([key, text]) =>
          text === undefined ? (
            []
          ) : (
            <span key={key} className={sheet.part}>
              {text}
            </span>
          )
        )}
      </Quiet>
      <CitationList id={id} />
      <EntryTools form="source" at={at} title={names.text(title)} />
    </li>
  )
}
