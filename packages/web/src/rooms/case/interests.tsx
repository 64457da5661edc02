import type { Interest, Stance } from '@truce/core'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { Because } from './because.tsx'
import sheet from './case.module.css'
import { Judged } from './judged.tsx'
import type { Scale } from './scale.ts'
import { scaleOf } from './scale.ts'

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
  const names = useGround()
  const { issue, at, weight } = interest
  const title = names.issue(issue)
  return (
    <li id={at} className={sheet.block}>
      <div className={sheet.row}>
        <span>
          <b>{title}</b> <Quiet>{t('case.interest.weight')}</Quiet>
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
            <span>{names.option(issue, option)}</span>
            <Judged judgement={judgement} label={`${title}: ${names.option(issue, option)}`} />
          </li>
        ))}
      </ul>
      <Because at={at} evidence={interest} />
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
