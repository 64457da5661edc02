import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useMessages } from '../../../messages/index.ts'
import { useGround } from '../../../ui/ground.ts'
import { Quiet } from '../../../ui/quiet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { useNumbers } from '../../../ui/use-numbers.ts'
import type { Answer, Ratio } from './elicit.ts'
import { askedShare, isNear, narrowed, UNASKED } from './elicit.ts'
import sheet from './forms.module.css'

interface Props {
  readonly party: string
  /** By importance. */
  readonly issues: readonly string[]
  readonly ratios: readonly (Ratio | undefined)[]
  readonly compare: (ratios: readonly (Ratio | undefined)[]) => void
}

/**
 * Asks of each two neighbouring issues how much of the one would make up for the other, by halves:
 * every answer narrows what is open.
 */
export function Comparisons({ party, issues, ratios, compare }: Props): ReactNode {
  const t = useMessages()
  const [isAsking, ask] = useState(false)
  const [answered, count] = useState<{
    readonly of: readonly string[]
    readonly by: readonly number[]
  }>()
  const by = answered?.of === issues ? answered.by : []
  const pairs = issues.slice(1).map((_, rank) => rank)
  const open = pairs.find((rank) => !isNear(ratios[rank] ?? UNASKED, by[rank] ?? 0))
  if (!isAsking)
    return (
      <div>
        <TextLink onClick={() => ask(true)}>{t('forms.rank.ask')}</TextLink>
      </div>
    )
  const put = (rank: number, ratio: Ratio | undefined, answers: number): void => {
    compare(pairs.map((at) => (at === rank ? ratio : ratios[at])))
    count({ of: issues, by: pairs.map((at) => (at === rank ? answers : (by[at] ?? 0))) })
  }
  return (
    <fieldset className={sheet['group']}>
      <legend>{t('forms.rank.ask')}</legend>
      <Known issues={issues} ratios={ratios} />
      {open === undefined ? (
        <p>{t('forms.rank.done')}</p>
      ) : (
        <Question
          party={party}
          pair={[issues[open] ?? '', issues[open + 1] ?? '']}
          ratio={ratios[open] ?? UNASKED}
          answer={(answer) => {
            if (answer === 'skip') put(open, ratios[open], Number.POSITIVE_INFINITY)
            else
              put(
                open,
                narrowed(ratios[open] ?? UNASKED, answer),
                answer === 'same' ? Number.POSITIVE_INFINITY : (by[open] ?? 0) + 1
              )
          }}
        />
      )}
    </fieldset>
  )
}

function Known({ issues, ratios }: Pick<Props, 'issues' | 'ratios'>): ReactNode {
  const t = useMessages()
  const names = useGround()
  const numbers = useNumbers()
  return ratios.map((ratio, rank) =>
    ratio ? (
      <Quiet key={issues[rank]} as="p">
        {t('forms.rank.ratio', {
          first: names.issue(issues[rank] ?? ''),
          second: names.issue(issues[rank + 1] ?? ''),
          low: numbers.percent(ratio.low),
          high: numbers.percent(ratio.high)
        })}
      </Quiet>
    ) : null
  )
}

function Question({
  party,
  pair: [first, second],
  ratio,
  answer
}: {
  readonly party: string
  readonly pair: readonly [string, string]
  readonly ratio: Ratio
  readonly answer: (answer: Answer | 'skip') => void
}): ReactNode {
  const t = useMessages()
  const names = useGround()
  const numbers = useNumbers()
  return (
    <>
      <p aria-live="polite">
        {t('forms.rank.question', {
          party: names.party(party),
          first: names.issue(first),
          second: names.issue(second),
          percent: numbers.percent(askedShare(ratio))
        })}
      </p>
      <Group gap="xs">
        {(['second', 'first', 'same', 'skip'] as const).map((one) => (
          <Button key={one} size="compact-sm" variant="default" onClick={() => answer(one)}>
            {t(`forms.rank.${one}`)}
          </Button>
        ))}
      </Group>
    </>
  )
}
