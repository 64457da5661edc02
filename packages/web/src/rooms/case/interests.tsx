import type { Interest, Stance } from '@truce/core'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { Because } from './because.tsx'
import sheet from './case.module.css'
import { Add } from './forms/add.tsx'
import { EntryTools } from './forms/entry-tools.tsx'
import { Ranking } from './forms/ranking.tsx'
import { Judged } from './judged.tsx'
import type { Scale } from './scale.ts'
import { scaleOf } from './scale.ts'

/**
 * What each issue weighs for a party, and what each option is worth to it; and what nothing is said
 * of yet.
 */
export function Interests({
  party,
  stance
}: {
  readonly party: string
  readonly stance: Stance | undefined
}) {
  const t = useMessages()
  const names = useGround()
  const interests = stance?.interests ?? []
  // One scale for all weights of a party: only their proportions count.
  const high = Math.max(0, ...interests.map(({ weight }) => weight.range.high))
  const scale = scaleOf(interests[0]?.weight.at ?? '', { low: 0, high })
  const unsaid = names.source.issues.filter(
    ({ id }) => !interests.some(({ issue }) => issue === id)
  )
  if (names.source.issues.length === 0) return null
  return (
    <>
      <h4 id={`wants:${party}`}>{t('case.interests')}</h4>
      <ul className={sheet.rows}>
        {interests.map((interest) => (
          <InterestRow key={interest.issue} party={party} interest={interest} scale={scale} />
        ))}
        {unsaid.map(({ id, title }) => (
          <li key={id} className={sheet.block}>
            <b>{names.text(title)}</b> <Quiet>{t('case.interest.unsaid')}</Quiet>
            <Add
              form="interest"
              to={`stances/${party}/interests/${id}`}
              of={`${names.party(party)}, ${names.text(title)}`}
              party={party}
              issue={id}
            />
          </li>
        ))}
      </ul>
      <Ranking party={party} />
    </>
  )
}

function InterestRow({
  party,
  interest,
  scale
}: {
  readonly party: string
  readonly interest: Interest
  readonly scale: Scale
}) {
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
      <Because at={at} of={`${names.party(party)}, ${title}`} evidence={interest} />
      <EntryTools
        form="interest"
        at={at}
        title={`${title}, ${names.party(party)}`}
        party={party}
        issue={issue}
      />
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
