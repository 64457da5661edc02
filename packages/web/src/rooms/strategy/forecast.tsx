import type { ReactNode } from 'react'
import { useState } from 'react'
import { useLanguage } from '../../messages/index.ts'
import { ChanceBar } from '../../ui/bar.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useWords } from '../../ui/use-words.ts'
import { Working } from '../../ui/working.tsx'
import type { ForecastOf, ForecastSaid } from './documents.ts'
import { LinesPicture } from './lines-picture.tsx'
import { Prevailing } from './prevailing.tsx'
import { Section } from './section.tsx'
import classes from './strategy.module.css'

/** Who would move whom on the ordered issues, by published models: a challenger, not the answer. */
export function Forecast(): ReactNode {
  const { t } = useWords()
  const [picked, setPicked] = useState('')
  const working = useAnswer('forecast', { language: useLanguage() })
  const { answer, error } = working
  if (error !== undefined)
    return <Quiet as="p">{t('strategy.forecast.lacks', { reason: quoted(error) })}</Quiet>
  if (!answer) return <Working of={working}>{t('strategy.forecast.working')}</Working>
  const { document, told } = answer
  const place = Math.max(
    0,
    document.issues.findIndex(({ issue }) => issue === picked)
  )
  const [found, says] = [document.issues[place], told.issues[place]]
  return (
    <Section id="forecast" title={t('strategy.forecast')}>
      <p>{told.opening}</p>
      <FilterBar>
        <Pick
          label={t('strategy.forecast.issue')}
          value={found?.issue ?? ''}
          onPick={setPicked}
          options={document.issues.map(({ issue }, k) => ({
            value: issue,
            label: told.issues[k]?.title ?? issue
          }))}
        />
      </FilterBar>
      {found && says ? <OnIssue key={found.issue} found={found} says={says} /> : null}
      {told.undisputed === undefined ? null : <Quiet as="p">{told.undisputed}</Quiet>}
      <Disclosure label={t('strategy.forecast.method')}>
        <p>{told.method}</p>
      </Disclosure>
    </Section>
  )
}

/** What is to be written stands in quotes, as everywhere on the page. */
const quoted = (reason: string): string => reason.replaceAll(/`([^`]*)`/g, '“$1”')

interface OnIssueProps {
  readonly found: ForecastOf
  readonly says: ForecastSaid
}

function OnIssue({ found, says }: OnIssueProps): ReactNode {
  const { t, said, numbers, option } = useWords()
  return (
    <>
      <p role="status">{says.ending}</p>
      <Course found={found} says={says} />
      <Disclosure label={t('strategy.forecast.rounds', { n: says.rounds.length })}>
        <p>{says.start}</p>
        {says.rounds.map(({ title, moves }) => (
          <div key={title}>
            <h5>{title}</h5>
            <ul>
              {moves.map((move) => (
                <li key={move}>{move}</li>
              ))}
            </ul>
          </div>
        ))}
      </Disclosure>
      <Disclosure label={t('strategy.forecast.standing')}>
        <Standing found={found} />
        {says.unknown === undefined ? null : <Quiet as="p">{says.unknown}</Quiet>}
      </Disclosure>
      <Disclosure label={said.say('forecast.drawn')}>
        <p>{says.drawn}</p>
        <dl className={classes['beliefs']}>
          {Object.entries(found.drawn.ends).map(([id, share]) => (
            <div key={id}>
              <dt>
                {option(found.issue, id)}: {numbers.percent(share)}
              </dt>
              <dd>
                <ChanceBar p={share} />
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      <Prevailing found={found} />
    </>
  )
}

/** The places of all, round by round, each in its hue, and the median between them. */
function Course({ found, says }: OnIssueProps): ReactNode {
  const { t, hue } = useWords()
  const { actors, rounds, median } = found
  const courses = actors.map(({ party, position }) => ({
    id: party,
    color: hue(party).color,
    points: [position, ...rounds.map(({ positions }) => positions[party] ?? position)].map(
      (y, x) => ({ x, y })
    )
  }))
  const middle = {
    id: 'median',
    color: 'var(--mantine-color-text)',
    isDashed: true,
    points: [median, ...rounds.map((round) => round.median)].map((y, x) => ({ x, y }))
  }
  const last = rounds.length
  return (
    <>
      <p>
        {says.scale} {t('strategy.forecast.key')}
      </p>
      <ul className={classes['key']}>
        {actors.map(({ party }) => (
          <li key={party}>
            <PartyMark party={party} />
          </li>
        ))}
      </ul>
      <LinesPicture
        title={t('strategy.forecast.picture', { issue: says.title })}
        lines={[...courses, middle]}
        rises={[0, 0.5, 1].map((at) => ({ at, label: (100 * at).toFixed(0) }))}
        times={(last === 0 ? [0] : [0, last]).map((at) => ({
          at,
          label: at === 0 ? t('strategy.forecast.today') : t('strategy.forecast.after', { n: at })
        }))}
      />
    </>
  )
}

function Standing({ found }: Pick<OnIssueProps, 'found'>): ReactNode {
  const { said, option, numbers } = useWords()
  const { say } = said
  const figures = ['best', 'place', 'capability', 'salience', 'risk'] as const
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          {(['party', ...figures] as const).map((column) => (
            <th key={column} scope="col">
              {say(`forecast.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.actors.map(({ party, best, position, capability, salience }) => {
          const cells = {
            best: said.list(best.map((one) => option(found.issue, one))),
            place: (100 * position).toFixed(0),
            capability: capability.toFixed(0),
            salience: numbers.percent(salience),
            risk: (found.rounds[0]?.risk[party] ?? 1).toFixed(2)
          }
          return (
            <tr key={party}>
              <th scope="row">
                <PartyMark party={party} />
              </th>
              {figures.map((figure) => (
                <td key={figure} data-label={say(`forecast.column.${figure}`)}>
                  {cells[figure]}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
