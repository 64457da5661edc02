import type { Case } from '@truce/core'
import { useEffect } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { RoomTitle } from '../../ui/room-title.tsx'
import { Working } from '../../ui/working.tsx'
import { Controls } from './controls.tsx'
import classes from './deals.module.css'
import { Inadmissible, partiesAble, wantOf } from './empty.tsx'
import { drawer } from './frontier-plot.tsx'
import { Picture } from './picture.tsx'
import { StudyPart } from './study-part.tsx'
import { Trades } from './trades.tsx'
import { useDeals } from './use-deals.ts'

/**
 * The deal space: what can be agreed, what is best by which standard, how far each proposal is from
 * it, and what that hangs on.
 */
export default function DealsRoom() {
  const t = useMessages()
  const { view, go } = useWorkbench()
  const want = wantOf(view.case, view.sound)
  if (view.case && want === undefined) return <DealSpace source={view.case} />
  const key = `deals.empty.${want ?? 'unsound'}`
  return (
    <EmptyState
      title={t('deals.title')}
      sentence={t(key)}
      step={{ label: t(`${key}.step`), go: () => go('case') }}
    />
  )
}

function DealSpace({ source: written }: { readonly source: Case }) {
  const workbench = useWorkbench()
  const deals = useDeals(written)
  // While the answer is worked out, what will draw it comes.
  useEffect(() => void drawer(), [])
  const { words, source, document, failed, chosen, sentence } = deals
  const { t } = words
  return (
    <article className={classes['room']}>
      <RoomTitle>{t('deals.title')}</RoomTitle>
      {failed !== undefined && <p role="alert">{t('deals.failed', { reason: failed })}</p>}
      {!document && failed === undefined && (
        <Working of={deals.working}>{t('deals.working')}</Working>
      )}
      {document && (
        <>
          <p className={classes['lead']} aria-live="polite">
            {sentence}
          </p>
          <Notes deals={deals} />
        </>
      )}
      {deals.isRough && <Working of={deals.working}>{t('deals.refining')}</Working>}
      <Controls
        source={source}
        words={words}
        parties={document?.parties ?? deals.able}
        able={partiesAble(source)}
        axes={deals.axes}
        respectRedlines={deals.respectRedlines}
        chosen={chosen}
        onAxes={deals.setAxes}
        onRedlines={deals.setRespect}
        onParties={deals.setParties}
        onChoose={(proposal) => workbench.go('deals', proposal)}
      />
      {document?.packages.exact && document.packages.admissible === '0' && (
        <Inadmissible
          source={source}
          asked={deals.asked}
          overrides={deals.overrides}
          respect={deals.respectRedlines}
          onAside={() => deals.setRespect(false)}
        />
      )}
      {document?.ideal === null &&
        document.undecided.ideals.length === 0 &&
        document.packages.admissible !== '0' && <p>{t('deals.empty.nobody')}</p>}
      {document && <Picture source={source} deals={deals} document={document} />}
      {document && chosen !== undefined && (
        <Trades
          source={source}
          words={words}
          document={document}
          chosen={chosen}
          onDraft={deals.makeDraft}
        />
      )}
      {chosen !== undefined && (
        <StudyPart source={source} words={words} studying={deals.studying} chosen={chosen} />
      )}
    </article>
  )
}

function Notes({ deals: { words, document } }: { readonly deals: ReturnType<typeof useDeals> }) {
  if (!document) return null
  const { conditional, leftOut } = document.settings
  const said = (key: string, parties: readonly string[]) =>
    parties.length > 0 && (
      <Quiet as="p">{words.t(key, { parties: words.list(parties.map(words.party)) })}</Quiet>
    )
  return (
    <>
      {said('deals.conditional', conditional)}
      {said('deals.leftOut', leftOut)}
    </>
  )
}
