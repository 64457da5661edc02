import { changeWords, helpWords } from '@truce/core/report/words'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { BetterProps } from './better.tsx'
import { Change } from './change.tsx'
import classes from './desk.module.css'
import { PriceCurve } from './price-curve.tsx'
import { toldPoints } from './told-points.ts'
import type { Closer } from './use-closer.ts'

type Price = NonNullable<Closer['price']>
type Point = Price['points'][number]

/** What each number of changes to the package buys at best, as a curve and as a list of changes. */
export function Prices({ price, onFar, ...props }: BetterProps & { readonly price: Price }) {
  const { t, said, numbers, issue } = useWords()
  const { closer } = props
  const stale = props.stale || closer.pricing.stale
  const { points, open } = price
  const told = toldPoints(points)
  const helps = told.length > 0 ? helpWords(said, points, numbers.percent) : undefined
  return (
    <section className={classes['part']} aria-busy={stale}>
      <h4>{said.say('mend.prices')}</h4>
      {helps === undefined ? (
        <p>
          {said.say('mend.no-text')} <TextLink onClick={onFar}>{t('desk.far.see')}</TextLink>
        </p>
      ) : (
        <>
          <PriceCurve points={points} />
          <p>{helps}</p>
          {open.length > 0 && (
            <p className={classes['quiet']}>
              {said.say('price.open', { issues: said.list(open.map(issue)) })}
            </p>
          )}
          <ul className={classes['plain']}>
            {told.map((point) => (
              <li key={point.most} className={classes['part']}>
                <Bought {...props} stale={stale} point={point} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Bought({
  desk,
  column,
  stale,
  point
}: Omit<BetterProps, 'onFar'> & { readonly point: Point }) {
  const { said, numbers, issue, option } = useWords()
  const { changes, parties, chance, across } = point
  const bought = said.say('mend.so-many', {
    n: changes.length,
    chance: numbers.percent(chance.p)
  })
  const pays = Object.entries(parties).map(
    ([party, { gain }]) => [party, gain ? gain[1] - gain[0] : 0] as const
  )
  return (
    <>
      <h5>{across ? said.say('price.across', { what: bought }) : bought}</h5>
      <Change
        {...{ desk, column, stale }}
        changes={Object.fromEntries(changes.map((one) => [one.issue, one.to.option]))}
        lines={changes.map((change) => changeWords(said, change, { issue, option }))}
        pays={Object.fromEntries(pays)}
      />
    </>
  )
}
