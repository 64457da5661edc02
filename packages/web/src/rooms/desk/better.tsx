import { isWorse } from '@truce/core/worth'
import type { Judged, Repaired } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import { saidOn } from '../../judged/columns.ts'
import { helps } from '../../judged/helping.ts'
import { useObstacle } from '../../judged/use-obstacle.ts'
import { useSaid } from '../../judged/use-said.ts'
import { Sentence } from '../../ui/sentence.tsx'
import { useWords } from '../../ui/use-words.ts'
import { Working } from '../../ui/working.tsx'
import { Change } from './change.tsx'
import classes from './desk.module.css'
import { Prices } from './prices.tsx'
import type { Closer } from './use-closer.ts'
import type { Desk } from './use-desk.ts'

/** What a part about changes is told from. */
export interface BetterProps {
  readonly desk: Desk
  readonly column: Column
  readonly judged: Judged
  /** What is shown on the desk is not this package. */
  readonly stale: boolean
  readonly closer: Closer
  /** Leads to how far any text can go. */
  readonly onFar: () => void
}

/** What would help: at first the next best change, then what each number of changes buys. */
export function Better(props: BetterProps) {
  const { t, said } = useWords()
  const { judged, closer } = props
  const { pricing, price } = closer
  if (judged.verdict === 'robust') return <p>{said.say('mend.needless')}</p>
  if (price) return <Prices {...props} price={price} />
  return (
    <Next {...props}>
      {(pricing.pending || pricing.stopped) && (
        <Working of={pricing}>{t('desk.price.looking')}</Working>
      )}
    </Next>
  )
}

/** The next best change: it is a repair only if it leads to where agreement is open. */
function Next({ children, ...props }: BetterProps & { readonly children: React.ReactNode }) {
  const { t, said } = useWords()
  const { judged, closer } = props
  const { answer, error } = closer.repairs
  const stale = closer.repairs.stale || props.stale
  const helping = answer?.list.filter((repair) => helps(repair, judged))
  const best = helping?.find(({ hollow }) => !hollow) ?? helping?.[0]
  const repairs = best !== undefined && !isWorse(best.verdict, 'contested')
  const obstacle = useObstacle(answer?.binding)
  return (
    <section className={classes['part']} aria-busy={stale}>
      <h4>{said.say(repairs ? 'mend.repair' : 'mend.step')}</h4>
      {error !== undefined ? (
        <p className={classes['uncertain']}>{t('desk.failed', { why: error })}</p>
      ) : !answer ? (
        <p className={classes['quiet']}>{t('desk.better.looking')}</p>
      ) : best ? (
        <NextChange {...props} stale={stale} repair={best} />
      ) : (
        <p>
          {!answer.complete
            ? said.say('mend.none.limit')
            : obstacle === undefined
              ? said.say('mend.none.nothing')
              : said.say('mend.none', { binding: obstacle })}
        </p>
      )}
      {children}
    </section>
  )
}

function NextChange({ desk, column, stale, repair }: BetterProps & { readonly repair: Repaired }) {
  const { t, said, numbers, source } = useWords()
  const words = useSaid()
  const lines = Object.entries(repair.changes).flatMap(([id, to]) => {
    const issue = source.issues.find((one) => one.id === id)
    return issue ? [words.change(saidOn(column, issue), issue, to)] : []
  })
  return (
    <>
      <Change {...{ desk, column, stale, lines }} changes={repair.changes} pays={repair.pays}>
        <Sentence>
          {said.rich('mend.then', {
            verdict: [{ verdict: repair.verdict, text: said.say(`verdict.${repair.verdict}`) }],
            chance: numbers.percent(repair.p)
          })}
        </Sentence>
      </Change>
      {repair.hollow && <p className={classes['uncertain']}>{t('desk.better.hollow')}</p>}
    </>
  )
}
