import { UnstyledButton } from '@mantine/core'
import { claimedBy, whoseFigure } from '@truce/core/model'
import { figureMark } from '@truce/core/report/words'
import { memo } from 'react'
import type { Crossing } from '../../judged/redlines.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { Bar } from '../../ui/bar.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './table.module.css'

/** Redlines named before the rest is folded away. */
const NAMED = 3

/**
 * Crossed redlines: what each says, its firmness, whose figure that is and whose claim; a click opens the text.
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

/**
 * The redlines of one party that are crossed: in few words and by the issue where each is told
 * whole; one that no row of the table tells stands whole here.
 */
export function CrossedBy({
  crossings,
  homes
}: {
  readonly crossings: readonly Crossing[]
  readonly homes: ReadonlyMap<string, string>
}) {
  const { t, issue } = useWords()
  const told = [...new Set(crossings.flatMap(({ redline }) => homes.get(redline.at) ?? []))]
  return (
    <>
      {told.length > 0 ? (
        <p className={classes['over']}>
          {t('table.crossed.over')}{' '}
          {told.map((id) => (
            <TextLink
              key={id}
              aria-label={t('table.crossed.go', { issue: issue(id) })}
              onClick={() => goToIssue(id)}
            >
              {issue(id)}
            </TextLink>
          ))}
        </p>
      ) : null}
      <Redlines crossings={crossings.filter(({ redline }) => !homes.has(redline.at))} />
    </>
  )
}

/** The id of an issue's row. */
export const rowId = (issue: string): string => `table-issue-${issue}`

/** Brings an issue's row into sight, with the focus on it. */
export function goToIssue(issue: string): void {
  const row = document.getElementById(rowId(issue))
  row?.scrollIntoView({ block: 'center' })
  row?.focus({ preventScroll: true })
}

function RedlineLine({
  crossing,
  named
}: {
  readonly crossing: Crossing
  readonly named: boolean
}) {
  const { t, numbers, party, cited, said, source } = useWords()
  const { go } = useWorkbench()
  const { redline, firmness, says } = crossing
  const whose = whoseFigure(source, redline.firmness)
  const mark = {
    whose: whose.by === 'source' ? { ...whose, source: cited(whose.source) } : whose,
    sources: claimedBy(redline).map(cited)
  }
  const { low, high } = redline.firmness.range
  const words = says || redline.id
  return (
    <UnstyledButton
      className={classes['redline']}
      onClick={() => go('case', redline.at)}
      title={t('table.redline.show')}
    >
      {named ? (
        <PartyMark party={redline.party}>
          <span className={classes['crossed']}>
            {t('table.redline.of', { party: party(redline.party), says: words })}
          </span>
        </PartyMark>
      ) : (
        <span className={classes['crossed']}>{t('table.redline', { says: words })}</span>
      )}
      <Quiet>
        {' '}
        {low === high
          ? t('table.redline.point', { firmness: numbers.judgement(firmness) })
          : t('table.redline.firmness', {
              firmness: numbers.judgement(firmness),
              range: numbers.range({ low, high })
            })}
        {` · ${figureMark(said, mark)}`}
      </Quiet>
      {named ? null : <Bar low={low} central={firmness} high={high} color="var(--truce-crossed)" />}
    </UnstyledButton>
  )
}
