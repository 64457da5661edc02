import { Anchor } from '@mantine/core'
import type { Redline } from '@truce/core'
import { claimedBy } from '@truce/core/model'
import { memo } from 'react'
import type { Judged } from '../../engine/protocol.ts'
import type { Crossing } from '../../judged/redlines.ts'
import { crossingsOf } from '../../judged/redlines.ts'
import { CaseLink } from '../../ui/case-link.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { useWords } from '../../ui/use-words.ts'
import { isWeb } from '../../ui/web.ts'
import classes from './desk.module.css'

/** Crossed redlines told before the rest is folded away. */
const TOLD = 3

/**
 * Why it is judged so: who walks over what else than a redline, then every crossed redline once, the
 * firmest first.
 */
export const Why = memo(function Why({ judged }: { readonly judged: Judged }) {
  const { t, said, source } = useWords()
  const needed = new Set(judged.parties.flatMap((one) => (one.required ? [one.party] : [])))
  const crossings = crossingsOf(source, judged)
    .filter(({ redline }) => needed.has(redline.party))
    .toSorted((a, b) => b.firmness - a.firmness)
  const others = judged.walkers.filter(({ over }) => over !== 'redline')
  const rest = crossings.slice(TOLD)
  return (
    <section className={classes['part']}>
      <h4>{t('desk.why')}</h4>
      {others.length + crossings.length === 0 && <p>{said.say('walk.nobody')}</p>}
      <ul className={classes['plain']}>
        {others.map((walker) => (
          <Ground key={`${walker.party} ${walker.over} ${walker.id}`} walker={walker} />
        ))}
        {crossings.slice(0, TOLD).map((crossing) => (
          <Crossed key={crossing.redline.at} crossing={crossing} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('desk.why.more', { n: rest.length })}</summary>
          <ul className={classes['plain']}>
            {rest.map((crossing) => (
              <Crossed key={crossing.redline.at} crossing={crossing} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
})

/** A ground that is no redline: no deal is better, or a body would refuse. */
function Ground({ walker }: { readonly walker: Judged['walkers'][number] }) {
  const { said, numbers, party } = useWords()
  const chance = numbers.percent(walker.chance)
  return (
    <li>
      <PartyMark party={walker.party}>
        <CaseLink to={walker.at}>{party(walker.party)}</CaseLink>
        {': '}
        {walker.over === 'no-deal'
          ? said.say('ground.full.no-deal', { chance })
          : said.say('ground.full.ratification', { body: walker.id, chance })}
      </PartyMark>
    </li>
  )
}

/** A crossed redline as one reads it: what, whose, how firm, because of what, and who says so. */
function Crossed({ crossing: { redline, firmness, says } }: { readonly crossing: Crossing }) {
  const { t, numbers, party, text } = useWords()
  const { low, high } = redline.firmness.range
  return (
    <li>
      <PartyMark party={redline.party}>
        <CaseLink to={redline.at} crossed>
          {t('desk.redline', { party: party(redline.party), says: says || redline.id })}
        </CaseLink>
      </PartyMark>
      <p className={classes['quiet']}>
        {t(low === high ? 'desk.firmness.point' : 'desk.firmness', {
          firmness: numbers.judgement(firmness),
          range: numbers.range({ low, high })
        })}
        {redline.because !== undefined && (
          <> {t('desk.because', { because: text(redline.because) })}</>
        )}
      </p>
      <Claims redline={redline} />
    </li>
  )
}

/** The sources of a redline with their dates; a title leads to the source in the case. */
function Claims({ redline }: { readonly redline: Redline }) {
  const { t, source, text } = useWords()
  const sources = claimedBy(redline).flatMap((id) => source.sources.get(id) ?? [])
  return (
    <p className={classes['quiet']}>
      {sources.length === 0 && t('desk.source.none')}
      {sources.map(({ id, at, title, date, url }) => (
        <span key={id} className={classes['source']}>
          <CaseLink to={at}>
            {t(date === undefined ? 'desk.source.undated' : 'desk.source', {
              title: text(title),
              date: date ?? ''
            })}
          </CaseLink>
          {url !== undefined && isWeb(url) && (
            <>
              {' '}
              <Anchor href={url} inherit underline="always" target="_blank" rel="noreferrer">
                {t('desk.source.open')}
              </Anchor>
            </>
          )}
        </span>
      ))}
    </p>
  )
}
