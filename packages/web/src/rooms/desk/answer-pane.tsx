import { UnstyledButton } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Judged } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import { Better } from './better.tsx'
import classes from './desk.module.css'
import { Far } from './far.tsx'
import { HangsOn } from './hangs-on.tsx'
import { Holds } from './holds.tsx'
import { InOrder } from './in-order.tsx'
import { Parties } from './parties.tsx'
import { useCloser } from './use-closer.ts'
import type { Desk } from './use-desk.ts'
import { Verdict } from './verdict.tsx'
import { Why } from './why.tsx'

/**
 * What would come of it. Beside the other panes it is always in view; where there is no room beside
 * them, the verdict stays at the foot of the page and opens the rest.
 */
export function AnswerPane({ desk }: { readonly desk: Desk }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { standing } = desk
  const told = useTold(desk)
  return (
    <section className={classes['answer']} aria-labelledby="desk-answer" data-open={open}>
      <h3 id="desk-answer" className={classes['hidden']}>
        {t('desk.answer')}
      </h3>
      <UnstyledButton
        className={classes['more']}
        aria-expanded={open}
        aria-controls="desk-answer-rest"
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'desk.answer.less' : 'desk.answer.more')}
      </UnstyledButton>
      {standing?.error !== undefined && (
        <p role="alert">{t('desk.failed', { why: standing.error })}</p>
      )}
      {told ? <Answer desk={desk} {...told} /> : <Waiting isEmpty={desk.columns.length === 0} />}
    </section>
  )
}

/** Nothing is there to be judged, or not yet. */
function Waiting({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useWords()
  const { go } = useWorkbench()
  if (!isEmpty) return <p className={classes['word']}>{t('desk.waiting')}</p>
  return (
    <>
      <p className={classes['word']}>{t('desk.answer.none')}</p>
      <p>
        <TextLink onClick={() => go('case', 'case-needs')}>{t('desk.answer.needed')}</TextLink>
      </p>
    </>
  )
}

/** A package with its answer. */
interface Told {
  readonly column: Column
  readonly judged: Judged
  /** What is shown on the desk is another package by now, or a changed one. */
  readonly stale: boolean
}

/** What is known of the shown package; that of the one before until there is something. */
function useTold({ shown, standing }: Desk): Told | undefined {
  const last = useRef<Told | undefined>(undefined)
  if (shown && standing?.answer)
    last.current = { column: shown, judged: standing.answer, stale: standing.stale }
  else if (last.current && !last.current.stale) last.current = { ...last.current, stale: true }
  return shown && standing?.error === undefined ? last.current : undefined
}

function Answer({ desk, column, judged, stale }: Told & { readonly desk: Desk }) {
  const closer = useCloser(column)
  const [far, setFar] = useState(false)
  return (
    <>
      <Verdict judged={judged} closer={closer} stale={stale} />
      <div id="desk-answer-rest" className={classes['rest']}>
        <Parties judged={judged} />
        <Better {...{ desk, column, judged, stale, closer }} onFar={() => setFar(true)} />
        <Why judged={judged} />
        <HangsOn {...{ closer, judged, column }} />
        <Holds closer={closer} judged={judged} />
        <InOrder closer={closer} />
        <Far open={far} onOpen={setFar} />
      </div>
    </>
  )
}
