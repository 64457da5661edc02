import type { Interest, Stance } from '@truce/core'
import { textIn } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import sheet from './case.module.css'
import { Field } from './field.tsx'
import { Judged } from './judged.tsx'
import { useRoom } from './room.ts'
import type { Scale } from './scale.ts'
import { scaleOf } from './scale.ts'
import { SourceMark } from './source-note.tsx'
import { issueTitle, optionTitle } from './wording.ts'

/** What each issue weighs for a party, and what each option is worth to it. */
export function Interests({ stance }: { readonly stance: Stance }) {
  const t = useMessages()
  if (stance.interests.length === 0) return null
  // One scale for all weights of a party: only their proportions count.
  const high = Math.max(...stance.interests.map(({ weight }) => weight.range.high))
  const scale = scaleOf(stance.interests[0]?.weight.at ?? '', { low: 0, high })
  return (
    <>
      <h4>{t('case.interests')}</h4>
      <ul className={sheet.rows}>
        {stance.interests.map((interest) => (
          <InterestRow key={interest.issue} interest={interest} scale={scale} />
        ))}
      </ul>
    </>
  )
}

function InterestRow({ interest, scale }: { readonly interest: Interest; readonly scale: Scale }) {
  const t = useMessages()
  const { source } = useRoom()
  const { issue, at, weight, because } = interest
  const title = issueTitle(source, issue)
  return (
    <li id={at} className={sheet.block}>
      <div className={sheet.row}>
        <span>
          <b>{title}</b> <span className={sheet.quiet}>{t('case.interest.weight')}</span>
        </span>
        <Judged
          judgement={weight}
          label={t('case.interest.weightOf', { issue: title })}
          scale={scale}
        />
      </div>
      <ul className={sheet.values}>
        {valuesOf(interest).map(({ option, judgement }) => (
          <li key={option} className={sheet.row}>
            <span>{optionTitle(source, issue, option)}</span>
            <Judged
              judgement={judgement}
              label={`${title}: ${optionTitle(source, issue, option)}`}
            />
          </li>
        ))}
      </ul>
      <div className={sheet.because}>
        <SourceMark id={interest.source} /> ·{' '}
        <Field
          at={`${at}/because`}
          text={because === undefined ? undefined : textIn(because)}
          label={t('case.evidence.because')}
        />
      </div>
    </li>
  )
}

/** The options whose value was given; between the knots of a divisible issue nothing was judged. */
function valuesOf({ values }: Interest) {
  return [...values].flatMap(([option, blend]) => {
    const [only] = blend
    return only && (blend.length === 1 || only.share === 1)
      ? [{ option, judgement: only.judgement }]
      : []
  })
}
