import type { Case } from '@truce/core'
import { pathProposals } from '@truce/core/plan'
import type { PlanDocument } from '@truce/core/report/plan'
import { planAsides, planVerdict } from '@truce/core/report/plan'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { RoomTitle } from '../../ui/room-title.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useWords } from '../../ui/use-words.ts'
import { Wanting } from '../../ui/wanting.tsx'
import { Working } from '../../ui/working.tsx'
import { Below } from './below.tsx'
import { NoPath, NothingFits, pathWant } from './empty.tsx'
import { Gantt } from './gantt.tsx'
import { Gates } from './gates.tsx'
import { Keep } from './keep.tsx'
import classes from './path.module.css'
import { SlackTable } from './slack-table.tsx'

/** The room Path: in which order a proposal is carried out, and who would break it where. */
export default function PathRoom(): ReactNode {
  const { case: source, sound } = useWorkbench().view
  if (!source || !sound) return <Wanting />
  const want = pathWant(source)
  if (want !== undefined) return <NoPath want={want} />
  return <OfProposal source={source} />
}

/** The path of the proposal that the address names, else of the first that the steps are for. */
function OfProposal({ source }: { readonly source: Case }): ReactNode {
  const t = useMessages()
  const { focus, go } = useWorkbench()
  const { proposal: titled } = useWords()
  const fitting = pathProposals(source)
  const named = source.proposals.find(({ id }) => id === focus)
  const chosen = named ?? fitting[0]
  const working = useAnswer('plan', chosen && { proposal: chosen.id })
  const { answer: plan, error } = working
  if (!chosen) return <NothingFits />
  const offered = source.proposals.filter((one) => fitting.includes(one) || one === chosen)
  return (
    <div className={classes.room}>
      <div>
        <RoomTitle>{t('path.title')}</RoomTitle>
        <FilterBar>
          <Pick
            label={t('path.proposal')}
            value={chosen.id}
            onPick={(id) => go('path', id)}
            options={offered.map(({ id }) => ({ value: id, label: titled(id) }))}
          />
        </FilterBar>
      </div>
      {plan ? (
        <Planned plan={plan} />
      ) : error === undefined ? (
        <Working of={working}>{t('path.working')}</Working>
      ) : (
        <p role="status">{t('path.failed', { reason: error })}</p>
      )}
    </div>
  )
}

function Planned({ plan }: { readonly plan: PlanDocument }): ReactNode {
  const { said, source, t } = useWords()
  const about = { words: said, source }
  return (
    <>
      <div role="status">
        <p className={classes.verdict}>{planVerdict(about, plan)}</p>
        {planAsides(about, plan).map((line) => (
          <Quiet as="p" key={line}>
            {line}
          </Quiet>
        ))}
      </div>
      {plan.found ? (
        <>
          <Gantt plan={plan} found={plan.found} />
          <SlackTable plan={plan} found={plan.found} />
          <Gates plan={plan} />
          <Below found={plan.found} />
        </>
      ) : null}
      <Keep plan={plan} />
      <section aria-labelledby="path-method">
        <h3 id="path-method" className={classes.heading}>
          {t('path.method.title')}
        </h3>
        <Quiet as="p">{plan.method}</Quiet>
      </section>
    </>
  )
}
