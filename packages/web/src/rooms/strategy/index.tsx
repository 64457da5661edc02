import type { ReactNode } from 'react'
import { useState } from 'react'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RoomTitle } from '../../ui/room-title.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { Wanting } from '../../ui/wanting.tsx'
import { Working } from '../../ui/working.tsx'
import type { Responses } from './documents.ts'
import { isEmpty } from './documents.ts'
import { Electorates } from './electorates.tsx'
import { Forecast } from './forecast.tsx'
import { Ladder } from './ladder.tsx'
import { Law } from './law.tsx'
import { LeftOut } from './left-out.tsx'
import { Overtures } from './overtures.tsx'
import classes from './strategy.module.css'
import { Trust } from './trust.tsx'
import { Worth } from './worth.tsx'

/** Enough for shares in whole percent, and few enough that an answer is there in a moment. */
const DRAWS = 2000

/**
 * The room Strategy: whether the parties would rather stop, who would climb, what the law's schools
 * say of third states, what would pass at home, what to ask first, what trust the proposals need, and
 * what a forecast would say against it.
 */
export default function StrategyRoom(): ReactNode {
  const { view } = useWorkbench()
  const { case: source, sound } = view
  const t = useMessages()
  const language = useLanguage()
  const [supposed, suppose] = useState<Responses>([])
  // an overture that the text no longer has cannot have been answered
  const responses = supposed.filter(([id]) => source?.process.overtures.has(id))
  const working = useAnswer('strategy', { draws: DRAWS, language, responses })
  const { answer, error, stale } = working
  if (!source || !sound) return <Wanting />
  if (error !== undefined) return <p role="alert">{t('strategy.failed', { reason: error })}</p>
  if (!answer) return <Working of={working}>{t('strategy.working')}</Working>
  const { document, told } = answer
  if (isEmpty(document) && told.headlines.length === 0) return <Nothing />
  return (
    <article className={classes['room']}>
      <RoomTitle>{t('strategy.title')}</RoomTitle>
      <ul className={classes['headlines']}>
        {told.headlines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Worth {...answer} />
      <Ladder {...answer} />
      <Law {...answer} />
      <Electorates {...answer} />
      <Overtures {...answer} {...{ responses, stale }} onSuppose={suppose} />
      <Trust {...answer} />
      <LeftOut document={document} />
      <Forecast />
      <Disclosure label={t('strategy.method')}>
        <p>{told.method}</p>
      </Disclosure>
    </article>
  )
}

const PARTS = ['no-deal', 'escalation', 'conduct', 'overtures', 'deliverables']

/** The room of a case that says nothing of what it is about: what to write, and the way there. */
function Nothing(): ReactNode {
  const t = useMessages()
  const { go } = useWorkbench()
  return (
    <EmptyState
      title={t('strategy.empty.title')}
      sentence={t('strategy.empty.text')}
      step={{ label: t('strategy.empty.write'), go: () => go('case') }}
    >
      <ul>
        {PARTS.map((part) => (
          <li key={part}>{t(`strategy.empty.${part}`)}</li>
        ))}
      </ul>
    </EmptyState>
  )
}
