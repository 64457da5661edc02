import { UnstyledButton } from '@mantine/core'
import { textIn } from '@truce/core/model'
import { memo } from 'react'
import { useLanguage } from '../../messages/index.ts'
import { Bar } from './bar.tsx'
import { useWords } from './context.ts'
import type { Crossing } from './redlines.ts'
import classes from './table.module.css'

/** Redlines named before the rest is folded away. */
const NAMED = 3

/**
 * Crossed redlines: what each says, its firmness and where that is from; a click opens the text.
 * `named`: whose they are is said too.
 */
export const Redlines = memo(function Redlines({
  crossings,
  named = false
}: {
  readonly crossings: readonly Crossing[]
  readonly named?: boolean
}) {
  const { t } = useWords()
  if (crossings.length === 0) return null
  const items = (list: readonly Crossing[]) => (
    <ul className={classes['redlines']}>
      {list.map((crossing) => (
        <li key={crossing.redline.at}>
          <RedlineLine crossing={crossing} named={named} />
        </li>
      ))}
    </ul>
  )
  const rest = crossings.slice(NAMED)
  return (
    <>
      {items(rest.length > 1 ? crossings.slice(0, NAMED) : crossings)}
      {rest.length > 1 ? (
        <details className={classes['more']}>
          <summary>{t('table.crossed.more', { n: rest.length })}</summary>
          {items(rest)}
        </details>
      ) : null}
    </>
  )
})

function RedlineLine({
  crossing,
  named
}: {
  readonly crossing: Crossing
  readonly named: boolean
}) {
  const { t, numbers, party, hue, show, source } = useWords()
  const language = useLanguage()
  const { redline, firmness, says } = crossing
  const { low, high } = redline.firmness.range
  const cited = redline.source === undefined ? undefined : source.sources.get(redline.source)
  const words = says || redline.id
  return (
    <UnstyledButton
      className={classes['redline']}
      onClick={() => show(redline.at)}
      title={t('table.redline.show')}
    >
      {named ? (
        <span style={{ color: hue(redline.party).color }}>{hue(redline.party).glyph} </span>
      ) : null}
      <span className={classes['crossed']}>
        {named
          ? t('table.redline.of', { party: party(redline.party), says: words })
          : t('table.redline', { says: words })}
      </span>
      <span className={classes['quiet']}>
        {' '}
        {low === high
          ? t('table.redline.point', { firmness: numbers.judgement(firmness) })
          : t('table.redline.firmness', {
              firmness: numbers.judgement(firmness),
              range: numbers.range({ low, high })
            })}
        {cited ? ` · ${textIn(cited.title, language)}` : ''}
      </span>
      {named ? null : <Bar low={low} central={firmness} high={high} color="var(--truce-crossed)" />}
    </UnstyledButton>
  )
}
