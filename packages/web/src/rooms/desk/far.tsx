import { liftedWords, mostWords, provenWords } from '@truce/core/report/words'
import { memo, useEffect, useRef } from 'react'
import type { Questions } from '../../engine/protocol.ts'
import { NOTHING, useAnswers } from '../../ui/use-answer.ts'
import { useWords } from '../../ui/use-words.ts'
import { Working } from '../../ui/working.tsx'
import classes from './desk.module.css'

type Answer = Questions['acceptance']['answer']
type Found = NonNullable<Answer['best']>
type Ceilings = NonNullable<Answer['ceilings']>
type Row = Ceilings['rows'][number]

/** The best chance comes first, what holds it down takes longer. */
const ROUNDS = [{ only: 'best' }, { only: 'ceilings' }] as const

/** What is told before the rest is folded away. */
const TOLD = 3

interface Props {
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** The greatest chance of any package and what holds it down; looked for once it is opened. */
export const Far = memo(function Far({ open, onOpen }: Props) {
  const { t, said } = useWords()
  const part = useRef<HTMLDetailsElement>(null)
  const [asked = NOTHING] = useAnswers('acceptance', open ? [{ slot: 'far', rounds: ROUNDS }] : [])
  useEffect(() => {
    if (open) part.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const { answer, error } = asked
  return (
    <details
      ref={part}
      className={classes['far']}
      open={open}
      onToggle={({ currentTarget }) => onOpen(currentTarget.open)}
    >
      <summary>
        <h4>{said.say('ceiling.desk')}</h4>
      </summary>
      {open && (
        <div className={classes['part']} aria-busy={asked.stale}>
          {error !== undefined && (
            <p className={classes['uncertain']}>{t('desk.failed', { why: error })}</p>
          )}
          {answer && <Most answer={answer} />}
          {answer?.best && answer.ceilings && (
            <Down best={answer.best} ceilings={answer.ceilings} />
          )}
          {(asked.pending || asked.stopped) && (
            <Working of={asked}>{t(answer ? 'desk.far.down' : 'desk.far.looking')}</Working>
          )}
        </div>
      )}
    </details>
  )
})

function Most({ answer }: { readonly answer: Answer }) {
  const { t, said, numbers } = useWords()
  const { best, across, packages } = answer
  if (!best) return <p>{said.say('acceptance.none')}</p>
  const { p, standardError } = best.chance
  const most = {
    chance: numbers.percent(p),
    total: numbers.count(BigInt(packages)),
    error: t('desk.far.error', { n: numbers.judgement(100 * standardError) })
  }
  const proven = { bound: numbers.percent(best.bound), gap: numbers.percent(best.bound - p) }
  return (
    <p>
      {mostWords(said, { best, across }, most)} {provenWords(said, best, proven)}
    </p>
  )
}

function Down({ best, ceilings }: { readonly best: Found; readonly ceilings: Ceilings }) {
  const { t, said, source } = useWords()
  const differing = ceilings.rows.filter(({ differs }) => differs)
  const freeing = differing.filter((row) => row.best.chance.p > best.chance.p)
  const rest = [
    ...freeing.slice(TOLD),
    ...differing.filter((row) => !freeing.includes(row)),
    ...ceilings.pairs
  ]
  const same = ceilings.rows.filter(({ differs }) => !differs)
  const what = said.list(same.map(({ lifted }) => liftedWords({ words: said, source }, lifted)))
  return (
    <>
      <p>{said.say(freeing.length > 0 ? 'far.lead' : 'ceiling.nothing')}</p>
      <Rows rows={freeing.slice(0, TOLD)} />
      {rest.length + same.length > 0 && (
        <details>
          <summary>{t('desk.far.more', { n: rest.length + same.length })}</summary>
          <Rows rows={rest} />
          {same.length > 0 && <p>{said.say('ceiling.same', { what })}</p>}
          <Together ceilings={ceilings} />
        </details>
      )}
    </>
  )
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const { said, numbers, source } = useWords()
  const lines = rows.map(({ lifted, best }) =>
    said.say('far.row', {
      what: liftedWords({ words: said, source }, lifted),
      chance: numbers.percent(best.chance.p)
    })
  )
  return (
    <ul className={classes['plain']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** What all that alone makes no difference comes to together. */
function Together({ ceilings: { together } }: { readonly ceilings: Ceilings }) {
  const { said, numbers } = useWords()
  if (!together) return null
  const chance = numbers.percent(together.best.chance.p)
  return (
    <p>
      {together.differs
        ? said.say('ceiling.together', { chance })
        : said.say('ceiling.together.same')}
    </p>
  )
}
