import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import type { Case } from '@truce/core'
import { useRef } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RoomTitle } from '../../ui/room-title.tsx'
import { useWords } from '../../ui/use-words.ts'
import { Wanting } from '../../ui/wanting.tsx'
import { AnswerPane } from './answer-pane.tsx'
import classes from './desk.module.css'
import { DraftPane } from './draft-pane.tsx'
import { IssuesPane } from './issues-pane.tsx'
import { Packages } from './packages.tsx'
import type { Desk } from './use-desk.ts'
import { useDesk } from './use-desk.ts'

/** The desk: what can be agreed, what is put together, and what would come of it, side by side. */
export default function DeskRoom() {
  const { case: source, sound } = useWorkbench().view
  if (!source) return <Wanting what="unread" />
  if (source.issues.length === 0) return <WithoutIssues graph={source.graph !== undefined} />
  return sound ? <Sound source={source} /> : <Wanting />
}

function Sound({ source }: { readonly source: Case }) {
  const t = useMessages()
  const desk = useDesk(source)
  const { shown, parent, isLooking, choose, pick, copy, drop } = desk
  return (
    <div className={classes['desk']}>
      <UnstyledButton className={classes['skip']} onClick={toOptions}>
        {t('desk.skip')}
      </UnstyledButton>
      <div className={classes['top']}>
        <RoomTitle beside={<Packages desk={desk} />}>{t('app.room.desk')}</RoomTitle>
      </div>
      <IssuesPane {...{ shown, isLooking, choose }} />
      <DraftPane {...{ shown, parent, pick, copy, drop }} />
      <AnswerPane desk={desk} />
      <Announced desk={desk} />
    </div>
  )
}

/** The first issue's option that is chosen, else its first. */
function toOptions(): void {
  const first = document.querySelector('#options fieldset')
  const input =
    first?.querySelector<HTMLElement>('input:checked, select') ?? first?.querySelector('input')
  input?.focus()
}

/** A case that has only a graph of moves, or not even that. */
function WithoutIssues({ graph }: { readonly graph: boolean }) {
  const t = useMessages()
  const { go, show } = useWorkbench()
  const step = graph
    ? { label: t('desk.to.stability'), go: () => go('stability') }
    : { label: t('app.to.text'), go: () => show('issues') }
  return (
    <EmptyState
      title={t('desk.empty.issues.title')}
      sentence={t(graph ? 'desk.empty.issues.graph' : 'desk.empty.issues')}
      step={step}
    />
  )
}

/** Says the settled verdict of what is worked on, once it is there. */
function Announced({ desk: { shown, standing } }: { readonly desk: Desk }) {
  const { t, said: own, numbers } = useWords()
  const said = useRef('')
  if (shown && standing?.answer && !standing.pending)
    said.current = t('desk.says', {
      title: shown.title,
      verdict: own.say(`verdict.${standing.answer.verdict}`),
      p: numbers.percent(standing.answer.joint.p)
    })
  return <VisuallyHidden role="status">{said.current}</VisuallyHidden>
}
