import { orderWords } from '@truce/core/report/words'
import { memo } from 'react'
import { useWords } from '../../ui/use-words.ts'
import classes from './desk.module.css'
import type { Closer } from './use-closer.ts'

/** Whether some order of the steps is kept to by everybody, where the case says a path. */
export const InOrder = memo(function InOrder({
  closer: { proposal, stale, error }
}: {
  readonly closer: Closer
}) {
  const { said, source } = useWords()
  if (error !== undefined || !proposal?.order) return null
  return (
    <section className={classes['part']} aria-busy={stale}>
      <h4>{said.say('order.title')}</h4>
      <p>{orderWords(said, source, proposal.order).join(' ')}</p>
    </section>
  )
})
