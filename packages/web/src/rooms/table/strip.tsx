import { memo } from 'react'
import type { Judged, PartyAnswer } from '../../engine/protocol.ts'
import { crossingsOf } from '../../judged/redlines.ts'
import type { Standing } from '../../judged/use-judged.ts'
import { ChanceBar, GainBar, Scaled } from '../../ui/bar.tsx'
import { CaseLink } from '../../ui/case-link.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import { VerdictWord } from '../../ui/verdict-word.tsx'
import { CrossedBy, goToIssue } from './redline-list.tsx'
import classes from './table.module.css'

interface PartyProps {
  readonly judged: Judged | undefined
  /** While an answer to a newer package is awaited. */
  readonly stale: boolean
  readonly party: string
  /** The end of the axis of gains. */
  readonly scale: number
  /** The issue at which each crossed redline is told whole, by the redline's place. */
  readonly homes: ReadonlyMap<string, string>
}

/** One party's answer to one column: verdict, chance, gain with its range, the redlines it would walk over. */
export const PartyCell = memo(function PartyCell({
  judged,
  stale,
  party,
  scale,
  homes
}: PartyProps) {
  const { t, said, numbers, hue, source } = useWords()
  const answer = judged?.parties.find((one) => one.party === party)
  if (!judged) return <Quiet>…</Quiet>
  if (!answer) return <Quiet>{t('table.no.say')}</Quiet>
  const { color } = hue(party)
  return (
    <div aria-busy={stale}>
      <p>
        <VerdictWord verdict={answer.verdict}>{said.say(`verdict.${answer.verdict}`)}</VerdictWord>{' '}
        <span className={classes['number']}>
          {t('table.accepts', { p: numbers.percent(answer.accepts) })}
        </span>
        {answer.required ? null : <Quiet> · {t('table.not.required')}</Quiet>}
      </p>
      <Scaled from={numbers.percent(0)} to={numbers.percent(1)}>
        <ChanceBar p={answer.accepts} color={color} />
      </Scaled>
      <Gain answer={answer} color={color} scale={scale} />
      <CrossedBy crossings={crossingsOf(source, { parties: [answer] })} homes={homes} />
    </div>
  )
})

function Gain({
  answer: { gain },
  color,
  scale
}: {
  readonly answer: PartyAnswer
  readonly color: string
  readonly scale: number
}) {
  const { t, numbers } = useWords()
  if (!gain) return <Quiet as="p">{t('table.gain.unknown')}</Quiet>
  const { central, half, noDeal } = gain
  const { low, high } = half
  const values = {
    gain: numbers.gain(central),
    low: numbers.gain(low),
    high: numbers.gain(high),
    noDeal: numbers.points(noDeal)
  }
  return (
    <>
      <p
        title={t('table.gain.reach', {
          low: numbers.gain(gain.low),
          high: numbers.gain(gain.high)
        })}
      >
        {t('table.gain', values)} <Quiet>{t('table.gain.range', values)}</Quiet>
      </p>
      <Scaled from={numbers.gain(-scale)} to={numbers.gain(scale)}>
        <GainBar {...{ low, central, high, color }} most={scale} />
      </Scaled>
    </>
  )
}

/** Who would walk, over what, in words; a redline that an issue's row tells whole by that issue. */
export const Walkers = memo(function Walkers({
  judged,
  homes
}: {
  readonly judged: Judged | undefined
  readonly homes: ReadonlyMap<string, string>
}) {
  const { t, said, numbers, party, issue } = useWords()
  if (!judged) return null
  if (judged.walkers.length === 0) return <Quiet as="p">{said.say('walk.nobody')}</Quiet>
  const reason = (walker: Judged['walkers'][number]): string => {
    const crossed = judged.parties
      .find((one) => one.party === walker.party)
      ?.crossed.find(({ id }) => id === walker.id)
    const what = walker.over === 'redline' ? crossed?.says || walker.id : walker.id
    const p = numbers.percent(walker.chance)
    if (walker.over === 'no-deal') return said.say('ground.full.no-deal', { chance: p })
    if (walker.over === 'ratification')
      return said.say('ground.full.ratification', { body: what, chance: p })
    return said.say('ground.full.redline', {
      redline: said.say('quoted', { text: what }),
      firmness: numbers.judgement(crossed?.firmness ?? walker.chance)
    })
  }
  const leaves = (walker: Judged['walkers'][number]): string => {
    const verdict = judged.parties.find((one) => one.party === walker.party)?.verdict
    const key = verdict === 'dead-on-arrival' ? 'dead' : verdict === 'unlikely' ? 'likely' : 'may'
    return said.say(`walk.page.${key}`, { party: party(walker.party) })
  }
  return (
    <ul className={classes['plain']}>
      {judged.walkers.map((walker) => {
        const home = homes.get(walker.at)
        return (
          <li key={`${walker.party} ${walker.over} ${walker.id}`}>
            <PartyMark party={walker.party}>{leaves(walker)}</PartyMark>{' '}
            {home === undefined ? (
              <CaseLink to={walker.at}>{reason(walker)}</CaseLink>
            ) : (
              <TextLink onClick={() => goToIssue(home)}>
                {t('table.walker.home', { issue: issue(home) })}
              </TextLink>
            )}
          </li>
        )
      })}
    </ul>
  )
})

/** The end of an axis that all gains shown fit on, the same to both sides of no deal. */
export function gainScale(standings: readonly Standing[]): number {
  const gains = standings.flatMap(
    ({ answer }) =>
      answer?.parties.flatMap(({ gain }) =>
        gain ? [gain.half.low, gain.central, gain.half.high] : []
      ) ?? []
  )
  return Math.max(50, Math.ceil(Math.max(0, ...gains.map(Math.abs)) / 50) * 50)
}
