import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ChanceBar } from '../../ui/bar.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { Order, OverturesTo, Responses, Shown, StrategyTold } from './documents.ts'
import { fine } from './figures.ts'
import { Section } from './section.tsx'
import classes from './strategy.module.css'

/** What is supposed to have been answered, and how to suppose otherwise. */
export interface Supposed {
  readonly responses: Responses
  readonly onSuppose: (responses: Responses) => void
  /** Whether what is shown is not yet about the last of them. */
  readonly stale: boolean
}

/** What to ask whom first, and what an answer would change. */
export function Overtures({ document, told, ...supposed }: Shown & Supposed): ReactNode {
  return document.overtures?.map((about, k) => (
    <ToParty key={about.party} about={about} told={told.overtures[k]} {...supposed} />
  ))
}

interface ToPartyProps extends Supposed {
  readonly about: OverturesTo
  readonly told: StrategyTold['overtures'][number] | undefined
}

function ToParty({ about, told, ...supposed }: ToPartyProps): ReactNode {
  const { t, said, party } = useWords()
  const { onSuppose, stale } = supposed
  const now = about.answered.at(-1)?.then ?? about.before
  return (
    <Section
      id={`overtures-${about.party}`}
      title={said.say('strategy.overtures', { party: party(about.party) })}
    >
      <p>{told?.first}</p>
      <Beliefs about={about} now={now} />
      {told && told.answered.length > 0 ? (
        <div className={classes['answered']}>
          <ul role="status">
            {told.answered.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <TextLink onClick={() => onSuppose([])}>{t('strategy.overtures.back')}</TextLink>
        </div>
      ) : null}
      {stale ? (
        <Quiet as="p" role="status">
          {t('strategy.working')}
        </Quiet>
      ) : null}
      {now.ranked.length > 0 ? <Ranked {...{ about, now }} {...supposed} /> : null}
    </Section>
  )
}

/** How likely each type of the party is, and was before any answer. */
function Beliefs({ about, now }: { readonly about: OverturesTo; readonly now: Order }): ReactNode {
  const { t, hue, numbers } = useWords()
  return (
    <dl className={classes['beliefs']}>
      {about.types.map(({ id, p }, k) => {
        const chance = now.belief[k] ?? p
        const values = { type: id, chance: numbers.percent(chance), before: numbers.percent(p) }
        return (
          <div key={id}>
            <dt>{t(now === about.before ? 'strategy.belief' : 'strategy.belief.now', values)}</dt>
            <dd>
              <ChanceBar p={chance} color={hue(about.party).color} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Ranked({
  about,
  now,
  responses,
  onSuppose,
  stale
}: Supposed & { readonly about: OverturesTo; readonly now: Order }): ReactNode {
  const { t, said, source, text, numbers } = useWords()
  const { say } = said
  const title = (id: string): string => text(source.process.overtures.get(id)?.text ?? id)
  const types = about.types.map(({ id }) => id)
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{say('strategy.overtures.overture')}</th>
          {types.map((type) => (
            <th key={type} scope="col">
              {say('strategy.overtures.welcomes', { type })}
            </th>
          ))}
          <th scope="col">{say('strategy.overtures.value')}</th>
          <th scope="col">{say('strategy.overtures.leak')}</th>
          <th scope="col">{say('strategy.overtures.net')}</th>
          <th scope="col">{t('strategy.overtures.suppose')}</th>
        </tr>
      </thead>
      <tbody>
        {now.ranked.map(({ overture, rank, welcomes, value, leakCost, net }) => (
          <tr key={overture}>
            <th scope="row">
              {rank}. {title(overture)}
            </th>
            {types.map((type, k) => (
              <td key={type} data-label={say('strategy.overtures.welcomes', { type })}>
                {numbers.percent(welcomes[k] ?? 0)}
              </td>
            ))}
            <td data-label={say('strategy.overtures.value')}>{fine(value)}</td>
            <td data-label={say('strategy.overtures.leak')}>{fine(leakCost.centre)}</td>
            <td data-label={say('strategy.overtures.net')}>{fine(net)}</td>
            <td data-label={t('strategy.overtures.suppose')}>
              <span className={classes['buttons']}>
                {(['welcomed', 'refused'] as const).map((response) => (
                  <Button
                    key={response}
                    size="compact-sm"
                    variant="default"
                    disabled={stale}
                    aria-label={t(`strategy.overtures.${response}.of`, { what: title(overture) })}
                    onClick={() => onSuppose([...responses, [overture, response]])}
                  >
                    {t(`strategy.overtures.${response}`)}
                  </Button>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
