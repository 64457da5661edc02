import type { Body, Stance, Support } from '@truce/core'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { useNumbers } from '../../ui/use-numbers.ts'
import sheet from './case.module.css'
import { Add } from './forms/add.tsx'
import { EntryTools } from './forms/entry-tools.tsx'
import { Judged } from './judged.tsx'
import { SourceMark } from './source-note.tsx'
import { conditionWords } from './wording.ts'

/** The bodies that must pass a package, and the polls that speak to it. */
export function Ratification({
  party,
  stance
}: {
  readonly party: string
  readonly stance: Stance | undefined
}) {
  const t = useMessages()
  const names = useGround()
  const bodies = stance?.ratification ?? []
  return (
    <>
      {bodies.length > 0 && <h4>{t('case.ratification')}</h4>}
      <ul className={sheet.rows}>
        {bodies.map((body) => (
          <BodyRow key={body.at} party={party} body={body} />
        ))}
      </ul>
      <Add form="body" to={`stances/${party}/ratification`} of={names.party(party)} party={party} />
    </>
  )
}

function BodyRow({
  party,
  body: { id, at, title, threshold, support, otherwise }
}: {
  readonly party: string
  readonly body: Body
}) {
  const t = useMessages()
  const names = useGround()
  const { polls } = names.source
  const name = title === undefined ? id.replaceAll('-', ' ') : names.text(title)
  return (
    <li id={at} className={sheet.block}>
      <div className={sheet.row}>
        <b>{name}</b>
        <span>
          {t('case.ratification.threshold')}{' '}
          <Judged
            judgement={threshold}
            label={t('case.ratification.thresholdOf', { body: name })}
          />
        </span>
      </div>
      <ul className={sheet.values}>
        {support.map((row) => (
          <SupportRow key={row.at} row={row} body={name} />
        ))}
      </ul>
      {polls.size > 0 && <Add form="support" to={`${at}/support`} of={name} party={party} />}
      {otherwise && (
        <div className={sheet.row}>
          <span>{t('case.ratification.otherwise')}</span>
          <Judged judgement={otherwise} label={t('case.ratification.otherwise')} />
        </div>
      )}
      <EntryTools form="body" at={at} title={name} party={party} />
    </li>
  )
}

function SupportRow({
  body,
  row: { poll: id, at, when, answers, fit }
}: {
  readonly body: string
  readonly row: Support
}) {
  const t = useMessages()
  const numbers = useNumbers()
  const names = useGround()
  const { source } = names
  const poll = source.polls.get(id)
  const inFavour = answers.reduce((sum, answer) => sum + (poll?.answers.get(answer) ?? 0), 0)
  return (
    <li id={at}>
      {when ? conditionWords(when, names, t) : t('case.ratification.always')}:{' '}
      {numbers.percent(inFavour / 100)}{' '}
      <Quiet>
        {t('case.ratification.answers', { answers: answers.join(', ') })} · {t(`case.fit.${fit}`)} ·{' '}
        {poll?.field} · <SourceMark id={poll?.source} />
      </Quiet>{' '}
      <EntryTools form="support" at={at} title={`${body}, ${id}`} />
    </li>
  )
}
