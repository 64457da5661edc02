import type { ReactNode } from 'react'
import { Bar, ChanceBar } from '../../ui/bar.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { Escalation, Level, Shown } from './documents.ts'
import { risk } from './figures.ts'
import { leadOf } from './lead.ts'
import { Section } from './section.tsx'
import classes from './strategy.module.css'

/** Who would climb from which rung, the highest on top, and the signals seen on them. */
export function Ladder({ document, told }: Shown): ReactNode {
  const { t, said } = useWords()
  const about = document.escalation
  if (!about || !told.climbing)
    return document.kahn.length > 0 ? <Kahn signals={document.kahn} /> : null
  const { levels, openings, signals } = told.climbing
  const most = mostOf(about)
  const loose = about.signals.flatMap(({ level }, k) => (level === null ? [signals[k] ?? ''] : []))
  return (
    <Section id="ladder" title={said.say('strategy.ladder')}>
      <p>{t('strategy.ladder.lead', { most: risk(most) })}</p>
      <ol className={classes['ladder']}>
        {about.levels
          .map((level, place) => (
            <Rung key={level.rung ?? ''} {...{ about, level, place, most }} why={levels[place]} />
          ))
          .reverse()}
      </ol>
      <h4>{said.say('strategy.openings')}</h4>
      <ul>
        {[...openings, ...loose].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  )
}

/** The end of the scale of risks: the greatest that is drawn, in whole twentieths. */
const mostOf = ({ levels }: Escalation): number =>
  Math.min(
    1,
    Math.ceil(
      20 * Math.max(...levels.flatMap(({ sides }) => sides.flatMap((s) => [s.risk, s.critical])))
    ) / 20
  )

interface RungProps {
  readonly about: Escalation
  readonly level: Level
  /** Its place among the levels, from today on. */
  readonly place: number
  readonly most: number
  readonly why: string | undefined
}

function Rung({ about, level, place, most, why }: RungProps): ReactNode {
  const { t, said, text, source, party, hue, numbers } = useWords()
  const { ladder } = source.process.escalation ?? { ladder: 'kahn' }
  const found = ladder === 'kahn' ? undefined : ladder.find(({ id }) => id === level.rung)
  const { dominant } = level
  const share = level.sides.find((one) => one.party === dominant)?.dominance
  const color = dominant === null ? 'var(--truce-line)' : hue(dominant).color
  return (
    <li style={{ borderInlineStartColor: color }}>
      <h4>{found ? text(found.title) : (level.rung ?? t('strategy.ladder.today'))}</h4>
      <p>
        {dominant === null ? (
          t('strategy.ladder.nobody', {
            both: numbers.percent(level.both.p),
            neither: numbers.percent(level.neither.p)
          })
        ) : (
          <PartyMark party={dominant}>
            {t('strategy.ladder.dominates', {
              party: party(dominant),
              share: numbers.chance(share?.p ?? 0, share?.standardError ?? 0)
            })}
          </PartyMark>
        )}
      </p>
      <div className={classes['sides']}>
        {level.sides.map((one) => (
          <div key={one.party}>
            <PartyMark party={one.party} />
            <span className={classes['said']}>
              {t('strategy.ladder.does', {
                does: said.say(`strategy.does.${one.does}`),
                share: numbers.percent(one.climbs.p)
              })}
            </span>
            <ChanceBar {...one.climbs} color={hue(one.party).color} />
            <span className={classes['said']}>
              {t(one.critical < 0 ? 'strategy.ladder.no-risk' : 'strategy.ladder.risk', {
                risk: risk(one.risk),
                critical: risk(one.critical)
              })}
            </span>
            <Bar
              low={0}
              central={one.risk}
              high={Math.max(0, one.critical)}
              to={most}
              color={hue(one.party).color}
            />
          </div>
        ))}
      </div>
      <Seen about={about} place={place} />
      {why === undefined ? null : (
        <Disclosure label={t('strategy.ladder.why')}>
          <p>{why}</p>
        </Disclosure>
      )}
    </li>
  )
}

/** The signals on one rung. */
function Seen({ about, place }: { readonly about: Escalation; readonly place: number }): ReactNode {
  const { t, said, party } = useWords()
  const found = about.signals.filter(({ level }) => level === place)
  if (found.length === 0) return null
  return (
    <ul className={classes['seen']}>
      {found.map(({ by, time, kind, notified }) => {
        const lead = notified?.lead === undefined ? undefined : leadOf(notified.lead)
        const channel = notified?.channel ?? ''
        const announced = lead
          ? t(`strategy.signal.announced.${lead.unit}`, { channel, n: lead.n })
          : notified
            ? said.say('strategy.notified', { channel })
            : t('strategy.signal.unannounced')
        return (
          <li key={`${time} ${by} ${kind}`}>
            {time}{' '}
            <PartyMark party={by}>{t('strategy.signal', { party: party(by), kind })}</PartyMark>{' '}
            <Quiet>{announced}</Quiet>
          </li>
        )
      })}
    </ul>
  )
}

function Kahn({ signals }: { readonly signals: Shown['document']['kahn'] }): ReactNode {
  const { t, said, party } = useWords()
  return (
    <Section id="ladder" title={said.say('strategy.kahn')}>
      <p>{said.say('strategy.kahn.lead')}</p>
      <ul>
        {signals.map(({ by, time, kind, rung, title }) => (
          <li key={`${time} ${by} ${kind}`}>
            {time}{' '}
            <PartyMark party={by}>{t('strategy.signal', { party: party(by), kind })}</PartyMark>{' '}
            <Quiet>{t('strategy.kahn.rung', { rung, title })}</Quiet>
          </li>
        ))}
      </ul>
    </Section>
  )
}
