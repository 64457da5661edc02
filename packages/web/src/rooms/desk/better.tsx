import { Button } from '@mantine/core'
import { isWorse } from '@truce/core/worth'
import type { Judged, Repaired } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import { saidOn, stagesOf } from '../../judged/columns.ts'
import { newlyCrossed } from '../../judged/redlines.ts'
import { useObstacle } from '../../judged/use-obstacle.ts'
import { useSaid } from '../../judged/use-said.ts'
import { useWords } from '../../ui/use-words.ts'
import classes from './desk.module.css'
import type { Closer } from './use-closer.ts'
import type { Desk } from './use-desk.ts'

/** A change whose chance is not greater by this would be written with the same figure. */
const GAIN = 0.005

interface Props {
  readonly desk: Desk
  readonly column: Column
  readonly judged: Judged
  /** What is shown on the desk is not this package. */
  readonly stale: boolean
  readonly repairs: Closer['repairs']
}

/** The next best change: one click makes it. It is a repair only if it leads to where agreement is open. */
export function Better({ desk, column, judged, stale: other, repairs: found }: Props) {
  const { t, said } = useWords()
  const { answer, error } = found
  const stale = found.stale || other
  const helping = answer?.list.filter((repair) => helps(repair, judged))
  const best = helping?.find(({ hollow }) => !hollow) ?? helping?.[0]
  const repairs = best !== undefined && !isWorse(best.verdict, 'contested')
  const obstacle = useObstacle(answer?.binding)
  return (
    <section className={classes['part']} aria-busy={stale}>
      <h4>{said.say(repairs ? 'mend.repair' : 'mend.step')}</h4>
      {error !== undefined ? (
        <p className={classes['uncertain']}>{t('desk.failed', { why: error })}</p>
      ) : judged.verdict === 'robust' ? (
        <p>{said.say('mend.needless')}</p>
      ) : !answer ? (
        <p className={classes['quiet']}>{t('desk.better.looking')}</p>
      ) : best ? (
        <Change {...{ desk, column, stale, repair: best }} />
      ) : (
        <p>
          {obstacle === undefined
            ? said.say('mend.none.nothing')
            : said.say('mend.none', { binding: obstacle })}
        </p>
      )}
    </section>
  )
}

/** Whether it makes the verdict better, or the chance so much greater that it shows. */
function helps({ verdict, p }: Repaired, judged: Judged): boolean {
  return isWorse(judged.verdict, verdict) || p > judged.joint.p + GAIN
}

function Change({
  desk,
  column,
  stale,
  repair
}: {
  readonly desk: Desk
  readonly column: Column
  readonly stale: boolean
  readonly repair: Repaired
}) {
  const { t, said, numbers, source } = useWords()
  const words = useSaid()
  const changes = Object.entries(repair.changes).flatMap(([id, to]) => {
    const issue = source.issues.find((one) => one.id === id)
    return issue ? [words.change(saidOn(column, issue), issue, to)] : []
  })
  return (
    <>
      {changes.map((change) => (
        <p key={change}>{change}</p>
      ))}
      <p>
        {said.say('mend.then', {
          verdict: said.say(`verdict.${repair.verdict}`),
          chance: numbers.percent(repair.p)
        })}{' '}
        <Pays pays={repair.pays} />
      </p>
      {repair.hollow && <p className={classes['uncertain']}>{t('desk.better.hollow')}</p>}
      <Crossing column={column} repair={repair} />
      <Button
        size="compact-sm"
        className="no-print"
        disabled={stale}
        onClick={() => desk.mend(repair.changes)}
        aria-label={t('desk.better.make.what', { changes: changes.join(', ') })}
      >
        {t('desk.better.make')}
      </Button>
    </>
  )
}

/** Who pays for it and who gains by it, in points. */
function Pays({ pays }: Pick<Repaired, 'pays'>) {
  const { said, numbers, party } = useWords()
  const changed = Object.entries(pays).filter(([, points]) => Math.round(points) !== 0)
  const listed = (of: readonly (readonly [string, number])[]): string =>
    said.list(
      of.map(([who, points]) =>
        said.say('repair.changed', { party: party(who), points: numbers.gain(points) })
      )
    )
  const losing = changed.filter(([, points]) => points < 0)
  const gaining = changed.filter(([, points]) => points > 0)
  if (changed.length === 0) return <>{said.say('repair.free')}</>
  if (losing.length === 0)
    return <>{said.say('repair.gain', { gaining: listed(gaining), m: gaining.length })}</>
  if (gaining.length === 0)
    return <>{said.say('repair.pay', { losing: listed(losing), n: losing.length })}</>
  return (
    <>
      {said.say('repair.pay.gain', {
        losing: listed(losing),
        n: losing.length,
        gaining: listed(gaining),
        m: gaining.length
      })}
    </>
  )
}

/** Redlines that it would cross and the package as it stands does not. */
function Crossing({ column, repair }: { readonly column: Column; readonly repair: Repaired }) {
  const { said, source, party, text } = useWords()
  const crossed = newlyCrossed(source, stagesOf(column, source), repair.changes)
  return crossed.map((redline) => (
    <p key={redline.at} className={classes['crossed']}>
      {said.say('leaning.redline', {
        party: party(redline.party),
        says: text(redline.says ?? redline.id)
      })}
    </p>
  ))
}
