import type { Body, Stance, Support, VetoPlayer } from '@truce/core'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { useNumbers } from '../../ui/use-numbers.ts'
import sheet from './case.module.css'
import { Judged } from './judged.tsx'
import { SourceMark } from './source-note.tsx'
import { conditionWords } from './wording.ts'

/** The bodies that must pass a package, and the polls that speak to it. */
export function Ratification({ stance: { ratification } }: { readonly stance: Stance }) {
  const t = useMessages()
  if (ratification.length === 0) return null
  return (
    <>
      <h4>{t('case.ratification')}</h4>
      <ul className={sheet.rows}>
        {ratification.map((body) => (
          <BodyRow key={body.at} body={body} />
        ))}
      </ul>
    </>
  )
}

function BodyRow({
  body: { id, at, threshold, support, otherwise, vetoes }
}: {
  readonly body: Body
}) {
  const t = useMessages()
  return (
    <li id={at} className={sheet.block}>
      <div className={sheet.row}>
        <b>{id.replaceAll('-', ' ')}</b>
        <span>
          {t('case.ratification.threshold')}{' '}
          <Judged judgement={threshold} label={t('case.ratification.thresholdOf', { body: id })} />
        </span>
      </div>
      <ul className={sheet.values}>
        {support.map((row) => (
          <SupportRow key={row.at} row={row} />
        ))}
      </ul>
      {otherwise && (
        <div className={sheet.row}>
          <span>{t('case.ratification.otherwise')}</span>
          <Judged judgement={otherwise} label={t('case.ratification.otherwise')} />
        </div>
      )}
      {vetoes.map((veto) => (
        <VetoRows key={veto.at} veto={veto} />
      ))}
    </li>
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

function SupportRow({ row: { poll: id, at, when, answers, fit } }: { readonly row: Support }) {
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
      </Quiet>
    </li>
  )
}
