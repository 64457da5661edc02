import { holdWords } from '@truce/core/report/words'
import { CONCEPTS } from '@truce/core/stability'
import { memo } from 'react'
import type { Judged } from '../../engine/protocol.ts'
import { useWords } from '../../ui/use-words.ts'
import classes from './desk.module.css'
import type { Closer } from './use-closer.ts'

/** Whether it would hold, never without the chance that it comes about at all. */
export const Holds = memo(function Holds({
  closer: { proposal, stale, error },
  judged
}: {
  readonly closer: Closer
  readonly judged: Judged
}) {
  const { t, said, numbers, source } = useWords()
  if (error !== undefined) return null
  const known =
    proposal?.holds &&
    holdWords(said, proposal.holds, {
      chance: numbers.percent(judged.joint.p),
      asked: CONCEPTS.length
    })
  const unknown = said.say(source.graph ? 'hold.no-state' : 'hold.no-graph')
  const words = known ? known.join(' ') : unknown
  return (
    <section className={classes['part']} aria-busy={stale}>
      <h4>{said.say('brief.hold')}</h4>
      <p>{proposal ? words : t('desk.closer')}</p>
    </section>
  )
})
