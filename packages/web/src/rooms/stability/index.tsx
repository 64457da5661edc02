import type { Case } from '@truce/core'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import type { Workbench } from '../../state/workbench.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { RoomTitle } from '../../ui/room-title.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useNumbers } from '../../ui/use-numbers.ts'
import { Wanting } from '../../ui/wanting.tsx'
import { Working } from '../../ui/working.tsx'
import type { Filter, StabilityDocument } from './document.ts'
import { standingOf } from './document.ts'
import { NoGraph } from './empty.tsx'
import { Filters } from './filters.tsx'
import { GraphView } from './graph-view.tsx'
import { loadLayout } from './layout.ts'
import { goToNarration, Narration } from './narration.tsx'
import { outlook } from './outlook.ts'
import classes from './room.module.css'
import { StatesTable } from './states-table.tsx'
import { filtered, summary } from './summary.ts'
import { useExplanation, useGraph } from './use-stability.ts'
import type { About } from './words.ts'
import { wordsOf } from './words.ts'

// Beside the reading of the case, not after it; what goes wrong is told where it is drawn.
loadLayout().catch(() => undefined)

/** Without what the room does not tell, and takes ten times as long as what it tells. */
const ASKED = { effects: false } as const

/**
 * The room Stability: which states would hold, why each party stays or leaves, and the way there
 * from today.
 */
export default function StabilityRoom(): ReactNode {
  const { case: source, sound } = useWorkbench().view
  const working = useAnswer('stability', source?.graph ? ASKED : undefined)
  const { answer: document, error } = working
  const t = useMessages()
  if (source && !source.graph) return <NoGraph />
  if (!source || !sound) return <Wanting />
  if (document) return <Analysed source={source} document={document} />
  if (error === undefined) return <Working of={working}>{t('stability.working')}</Working>
  return <p role="status">{t('stability.failed', { reason: error })}</p>
}

interface AnalysedProps {
  readonly source: Case
  readonly document: StabilityDocument
}

function Analysed({ source, document }: AnalysedProps): ReactNode {
  const workbench = useWorkbench()
  const t = useMessages()
  const language = useLanguage()
  const { count } = useNumbers()
  const about = useMemo<About>(
    () => ({ source, document, t, language }),
    [source, document, t, language]
  )
  const words = useMemo(() => wordsOf(about), [about])
  const standing = useMemo(() => standingOf(document), [document])
  const [filter, setFilter] = useState<Filter>({ concept: 'any', party: undefined })
  const [improving, setImproving] = useState(false)
  const [selected, select] = useSelected(workbench, document)
  const asker = useGraph(source)
  const explanation = useExplanation(asker, document, selected)
  const say = { t, words, count }
  return (
    <div className={classes.room}>
      <div>
        <RoomTitle>{t('stability.title')}</RoomTitle>
        <Outlook lines={outlook({ source }, { words, standing }, document)} />
        <p className={classes.step}>{summary(say, document, standing).join(' ')}</p>
        <Filters
          {...{ about, words, standing, filter, improving }}
          parties={document.parties}
          onFilter={setFilter}
          onImproving={setImproving}
        />
        <p role="status" className={classes.step}>
          {filtered(say, { document, standing }, filter)}
        </p>
      </div>
      <div className={classes.columns}>
        <GraphView
          {...{
            source,
            document,
            standing,
            words,
            asker,
            filter,
            improving,
            selected,
            explanation
          }}
          onSelect={select}
        />
        {selected === undefined ? (
          <Quiet as="p">{t('stability.why.pick')}</Quiet>
        ) : (
          <Narration
            {...{ about, words, standing, explanation }}
            view={workbench.view}
            state={selected}
            concept={filter.concept}
            party={filter.party}
            onSelect={(state) => select(state, true)}
          />
        )}
      </div>
      <StatesTable
        {...{ about, words, document, standing, filter, selected }}
        onSelect={(state) => {
          select(state, true)
          // the heading takes the new state's name in the same turn; what was chosen below is told
          // above
          requestAnimationFrame(goToNarration)
        }}
      />
    </div>
  )
}

/** What becomes of the proposals, before the list of states. */
function Outlook({ lines }: { readonly lines: readonly string[] }): ReactNode {
  const t = useMessages()
  return lines.length === 0 ? null : (
    <section aria-label={t('stability.outlook')}>
      <ul className={classes.outlook}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/**
 * The state that is looked at: from the address where it names one, by label or name; else the
 * status quo. Choices by hand go to the address.
 */
function useSelected(
  { focus, go }: Workbench,
  document: StabilityDocument
): readonly [string | undefined, (state: string, byHand: boolean) => void] {
  const asked = focus === undefined ? undefined : (document.named[focus]?.state ?? focus)
  const known =
    asked !== undefined && (document.states?.includes(asked) ?? true)
      ? asked
      : document.statusQuo?.state
  const [selected, setSelected] = useState(known)
  useEffect(() => setSelected(known), [known])
  const select = (state: string, byHand: boolean): void => {
    setSelected(state)
    if (byHand && state !== focus) go('stability', state)
  }
  return [selected, select]
}
