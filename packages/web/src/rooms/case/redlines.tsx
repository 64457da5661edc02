import type { Redline, Stance } from '@truce/core'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import type { CaseNames } from '../../ui/names.ts'
import { Quiet } from '../../ui/quiet.tsx'
import sheet from './case.module.css'
import { Field } from './field.tsx'
import { FigureMark } from './figure-mark.tsx'
import { Add } from './forms/add.tsx'
import { EntryTools } from './forms/entry-tools.tsx'
import { Judged } from './judged.tsx'
import type { Say } from './wording.ts'
import { conditionWords } from './wording.ts'

/** What a party says it will never accept, and how firmly. */
export function Redlines({
  stance
}: {
  readonly stance: Pick<Stance, 'party' | 'at' | 'redlines' | 'ended'>
}) {
  const t = useMessages()
  const names = useGround()
  return (
    <>
      <h4>{t('case.redlines')}</h4>
      {stance.redlines.length === 0 && (
        <Quiet as="p">{t('case.redlines.none', { party: names.party(stance.party) })}</Quiet>
      )}
      <ul className={sheet.rows}>
        {stance.redlines.map((redline) => (
          <RedlineRow key={redline.id} party={stance.party} redline={redline} />
        ))}
      </ul>
      <Ended stance={stance} />
      <Add
        form="redline"
        to={`stances/${stance.party}/redlines`}
        of={names.party(stance.party)}
        party={stance.party}
      />
    </>
  )
}

/** What was given up by the day of the case: for the record, it counts for nothing. */
function Ended({
  stance: { party, ended = [] }
}: {
  readonly stance: Pick<Stance, 'party' | 'ended'>
}) {
  const t = useMessages()
  if (ended.length === 0) return null
  return (
    <>
      <h5>{t('case.redlines.ended')}</h5>
      <ul className={sheet.rows}>
        {ended.map((redline) => (
          <RedlineRow key={redline.id} party={party} redline={redline} hasEnded />
        ))}
      </ul>
    </>
  )
}

function RedlineRow({
  party,
  redline,
  hasEnded = false
}: {
  readonly party: string
  readonly redline: Redline
  readonly hasEnded?: boolean
}) {
  const t = useMessages()
  const names = useGround()
  const { id, at, says, firmness, since, until, stage, because, assumed } = redline
  const title = says === undefined ? id : names.text(says)
  return (
    <li id={at} className={sheet.block}>
      <div className={sheet.says}>
        <Field
          inForm
          at={`${at}/says`}
          text={says}
          label={t('case.redline.saysOf', { redline: title })}
        />
      </div>
      <p>{formWords(redline, t, names)}</p>
      {until !== undefined && (
        <p>
          <b>{t(hasEnded ? 'case.redline.ended' : 'case.redline.until', { until })}</b>
        </p>
      )}
      <div className={sheet.row}>
        <span>{t('case.redline.firmness')}</span>
        <Judged judgement={firmness} label={t('case.redline.firmnessOf', { redline: title })} />
      </div>
      <Quiet as="p">
        <FigureMark evidence={redline} />
        {since !== undefined && ` · ${t('case.redline.since', { since })}`}
        {stage !== undefined && ` · ${t(`case.redline.stage.${stage}`)}`}
        {assumed && ` · ${t('case.redline.assumed')}`}
      </Quiet>
      <div className={sheet.because}>
        <Field
          inForm
          at={`${at}/because`}
          text={because}
          label={t('case.evidence.becauseOf', { title })}
        />
      </div>
      <EntryTools form="redline" at={at} title={title} party={party} />
    </li>
  )
}

/** `Never: ..`, `Must: ..`, or the act that no text can settle. */
function formWords({ form, crossedWhen, conduct }: Redline, t: Say, names: CaseNames): string {
  if (conduct) return t('case.redline.conduct', { by: names.party(conduct.by), act: conduct.act })
  if (!crossedWhen) return ''
  const wanted = form === 'must' && crossedWhen.kind === 'not' ? crossedWhen.part : crossedWhen
  return t(`case.redline.${form}`, { condition: conditionWords(wanted, names, t) })
}
