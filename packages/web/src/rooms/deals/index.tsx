import type { Case } from '@truce/core'
import type { Workbench } from '../../state/workbench.ts'
import { Controls } from './controls.tsx'
import classes from './deals.module.css'
import { Empty, Inadmissible, partiesAble, wantOf } from './empty.tsx'
import { Picture } from './picture.tsx'
import { StudyPart } from './study-part.tsx'
import { Trades } from './trades.tsx'
import { useDeals } from './use-deals.ts'

/**
 * The deal space: what can be agreed, what is best by which standard, how far each proposal is from
 * it, and what that hangs on.
 */
export default function DealsRoom({ workbench }: { readonly workbench: Workbench }) {
  const { case: source, sound } = workbench.view
  const want = wantOf(source, sound)
  if (want !== undefined || !source) return <Empty want={want ?? 'unsound'} workbench={workbench} />
  return <DealSpace workbench={workbench} source={source} />
}

function DealSpace({
  workbench,
  source: written
}: {
  readonly workbench: Workbench
  readonly source: Case
}) {
  const deals = useDeals(workbench, written)
  const { words, source, document, failed, chosen, sentence } = deals
  const { t } = words
  return (
    <article className={classes['room']}>
      <h2>{t('deals.title')}</h2>
      {failed !== undefined && <p role="alert">{t('deals.failed', { reason: failed })}</p>}
      {!document && failed === undefined && <p role="status">{t('deals.working')}</p>}
      {document && (
        <>
          <p className={classes['lead']} aria-live="polite">
            {sentence}
          </p>
          <Notes deals={deals} />
        </>
      )}
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
      {document?.packages.admissible === '0' && (
        <Inadmissible
          workbench={workbench}
          source={source}
          asked={deals.asked}
          overrides={deals.overrides}
          respect={deals.respectRedlines}
          onAside={() => deals.setRespect(false)}
        />
      )}
      {document?.ideal === null && document.packages.admissible !== '0' && (
        <p>{t('deals.empty.nobody')}</p>
      )}
      {document && (
        <Picture workbench={workbench} source={source} deals={deals} document={document} />
      )}
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
        <StudyPart
          workbench={workbench}
          source={source}
          words={words}
          studying={deals.studying}
          chosen={chosen}
        />
      )}
    </article>
  )
}

function Notes({ deals: { words, document } }: { readonly deals: ReturnType<typeof useDeals> }) {
  if (!document) return null
  const { conditional, leftOut } = document.settings
  const said = (key: string, parties: readonly string[]) =>
    parties.length > 0 && (
      <p className={classes['quiet']}>
        {words.t(key, { parties: words.list(parties.map(words.party)) })}
      </p>
    )
  return (
    <>
      {said('deals.conditional', conditional)}
      {said('deals.leftOut', leftOut)}
    </>
  )
}
