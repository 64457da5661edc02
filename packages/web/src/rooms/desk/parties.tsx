import { memo } from 'react'
import type { Judged, PartyAnswer } from '../../engine/protocol.ts'
import { ChanceBar } from '../../ui/bar.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './desk.module.css'

/** A bar for each party whose consent is needed: the chance that it accepts, and what it crosses. */
export const Parties = memo(function Parties({ judged: { parties } }: { readonly judged: Judged }) {
  const { said } = useWords()
  return (
    <>
      <h4 className={classes['hidden']}>{said.say('overview.title')}</h4>
      <ul className={classes['parties']}>
        {parties
          .filter(({ required }) => required)
          .map((answer) => (
            <Party key={answer.party} answer={answer} />
          ))}
      </ul>
    </>
  )
})

function Party({ answer: { party, accepts, crossed } }: { readonly answer: PartyAnswer }) {
  const { t, numbers, hue } = useWords()
  return (
    <li>
      <span>
        <PartyMark party={party} />
      </span>
      <ChanceBar p={accepts} color={hue(party).color} />
      <span className={classes['number']}>
        {t('desk.accepts', { p: numbers.percent(accepts) })}
      </span>
      <span className={classes['crossed']}>
        {crossed.length > 0 ? t('desk.crosses', { n: crossed.length }) : ''}
      </span>
    </li>
  )
}
