import type { Redline, Stance } from '@truce/core'
import { textIn } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import { AddRedline } from './add-redline.tsx'
import sheet from './case.module.css'
import { Field } from './field.tsx'
import { Judged } from './judged.tsx'
import { useRoom } from './room.ts'
import { SourceMark } from './source-note.tsx'
import type { Say } from './wording.ts'
import { conditionWords, partyName } from './wording.ts'

/** What a party says it will never accept, and how firmly. */
export function Redlines({
  stance
}: {
  readonly stance: Pick<Stance, 'party' | 'at' | 'redlines'>
}) {
  const t = useMessages()
  const { source } = useRoom()
  return (
    <>
      <h4>{t('case.redlines')}</h4>
      {stance.redlines.length === 0 && (
        <p className={sheet.quiet}>
          {t('case.redlines.none', { party: partyName(source, stance.party) })}
        </p>
      )}
      <ul className={sheet.rows}>
        {stance.redlines.map((redline) => (
          <RedlineRow key={redline.id} redline={redline} />
        ))}
      </ul>
      <AddRedline party={stance.party} taken={stance.redlines.map(({ id }) => id)} />
    </>
  )
}

function RedlineRow({ redline }: { readonly redline: Redline }) {
  const t = useMessages()
  const { source } = useRoom()
  const { id, at, says, firmness, since, because, assumed } = redline
  const title = says === undefined ? id : textIn(says)
  return (
    <li id={at} className={sheet.block}>
      <div className={sheet.says}>
        <Field
          at={`${at}/says`}
          text={says === undefined ? undefined : textIn(says)}
          label={t('case.redline.says')}
        />
      </div>
      <p>{formWords(redline, t, source)}</p>
      <div className={sheet.row}>
        <span>{t('case.redline.firmness')}</span>
        <Judged judgement={firmness} label={t('case.redline.firmnessOf', { redline: title })} />
      </div>
      <p className={sheet.quiet}>
        <SourceMark id={redline.source} />
        {since !== undefined && ` · ${t('case.redline.since', { since })}`}
        {assumed && ` · ${t('case.redline.assumed')}`}
      </p>
      <div className={sheet.because}>
        <Field
          at={`${at}/because`}
          text={because === undefined ? undefined : textIn(because)}
          label={t('case.evidence.because')}
        />
      </div>
    </li>
  )
}

/** `Never: ..`, `Must: ..`, or the act that no text can settle. */
function formWords(
  { form, crossedWhen, conduct }: Redline,
  t: Say,
  source: Parameters<typeof partyName>[0]
): string {
  if (conduct)
    return t('case.redline.conduct', { by: partyName(source, conduct.by), act: conduct.act })
  if (!crossedWhen) return ''
  const wanted = form === 'must' && crossedWhen.kind === 'not' ? crossedWhen.part : crossedWhen
  return t(`case.redline.${form}`, { condition: conditionWords(wanted, source, t) })
}
