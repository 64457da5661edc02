import type { Body, Effect, Stance, Support, VetoPlayer } from '@truce/core'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { useNumbers } from '../../ui/use-numbers.ts'
import sheet from './case.module.css'
import { FigureMark } from './figure-mark.tsx'
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
  body: { id, at, title, threshold, support, effects, otherwise, vetoes }
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
      <Effects effects={effects} />
      {vetoes.map((veto) => (
        <VetoRows key={veto.at} veto={veto} />
      ))}
      <EntryTools form="body" at={at} title={name} party={party} />
    </li>
  )
}

/** What single terms add to the share in favour, or take from it. */
function Effects({ effects }: { readonly effects: readonly Effect[] }) {
  const t = useMessages()
  const names = useGround()
  if (effects.length === 0) return null
  return (
    <>
      <p>{t('case.ratification.effects')}</p>
      <ul className={sheet.values}>
        {effects.map((effect) => {
          const term = `${names.issue(effect.issue)}: ${names.option(effect.issue, effect.option)}`
          return (
            <li key={effect.points.at} className={sheet.row}>
              <span>
                {term}{' '}
                <Quiet>
                  <FigureMark evidence={effect} />
                </Quiet>
              </span>
              <Judged judgement={effect.points} label={term} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

function VetoRows({ veto: { id, title, at, chances } }: { readonly veto: VetoPlayer }) {
  const t = useMessages()
  const names = useGround()
  const player = title === undefined ? id.replaceAll('-', ' ') : names.text(title)
  return (
    <div id={at}>
      <span>{t('case.ratification.veto', { player })}</span>
      <ul className={sheet.values}>
        {chances.map(({ at: place, when, chance }) => (
          <li key={place} id={place}>
            {when ? conditionWords(when, names, t) : t('case.ratification.always')}:{' '}
            <Judged judgement={chance} label={t('case.ratification.vetoOf', { player })} />
          </li>
        ))}
      </ul>
    </div>
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
  const asked = poll?.question === undefined ? id.replaceAll('-', ' ') : names.text(poll.question)
  const inFavour = answers.reduce((sum, answer) => sum + (poll?.answers.get(answer) ?? 0), 0)
  return (
    <li id={at}>
      {when ? conditionWords(when, names, t) : t('case.ratification.always')}:{' '}
      {numbers.percent(inFavour / 100)}{' '}
      <Quiet>
        {t('case.ratification.answers', {
          answers: answers.map((one) => one.replaceAll('-', ' ')).join(', ')
        })}{' '}
        · {t(`case.fit.${fit}`)} · {poll?.field} · <SourceMark id={poll?.source} />
      </Quiet>{' '}
      <EntryTools form="support" at={at} title={`${body}, ${asked}`} />
    </li>
  )
}
