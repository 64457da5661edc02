import { Button } from '@mantine/core'
import type { Case } from '@truce/core'
import type { Terms } from '../../engine/protocol.ts'
import { Quiet } from '../../ui/quiet.tsx'
import classes from './deals.module.css'
import { Differences } from './differences.tsx'
import type { BargainingDocument, Trade } from './documents.ts'
import { afterTrade, differences, isStaged } from './packages.ts'
import type { Words } from './use-words.ts'

/** The chosen proposal, and how a draft is made of it. */
export interface TradesProps {
  readonly source: Case
  readonly words: Words
  readonly document: BargainingDocument
  readonly chosen: string
  readonly onDraft: (title: string, terms: Terms) => void
}

/** How the chosen proposal could be bettered: all at once, and by exchanges. */
export function Trades(props: TradesProps) {
  const { words, document, chosen, onDraft } = props
  const { t } = words
  const placed = document.proposals[chosen]
  if (!placed) return null
  const list = placed.trades ? [...placed.trades.improvements, ...placed.trades.trades] : []
  const count = (placed.trades?.improvementCount ?? 0) + (placed.trades?.tradeCount ?? 0)
  const told =
    count === 1
      ? 'deals.trades.one'
      : count > list.length
        ? 'deals.trades.told'
        : 'deals.trades.all'
  return (
    <div className={classes['twice']}>
      <Better {...props} />
      {list.length > 0 && (
        <section>
          <h3>{t('deals.trades')}</h3>
          <Quiet as="p">{t(told, { told: list.length, count })}</Quiet>
          <ol className={classes['trades']}>
            {list.map((trade) => (
              <li key={trade.changes.map(({ issue, to }) => `${issue}:${to}`).join()}>
                <TradeLines trade={trade} words={words} />
                <p className={classes['tally']}>{words.gains(document.parties, trade.gains)}</p>
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() =>
                    onDraft(
                      t('deals.draft.trade', { proposal: words.proposal(chosen) }),
                      afterTrade(placed.terms, trade)
                    )
                  }
                >
                  {t('deals.draft.make')}
                </Button>
              </li>
            ))}
          </ol>
          {isStaged(placed.terms) && <Quiet as="p">{t('deals.draft.staged')}</Quiet>}
        </section>
      )}
    </div>
  )
}

function Better({ source, words, document, chosen, onDraft }: TradesProps) {
  const { t } = words
  const placed = document.proposals[chosen]
  const improvement = placed?.improvement
  const proposal = words.proposal(chosen)
  if (!placed || !improvement)
    return (
      <section>
        <h3>{t('deals.better', { proposal })}</h3>
        <p>{t('deals.better.none')}</p>
      </section>
    )
  const all = improvement.adds.every((points) => points > 0)
  return (
    <section>
      <h3>{t(all ? 'deals.better' : 'deals.better.some', { proposal })}</h3>
      <p className={classes['tally']}>
        {t('deals.better.adds', { gains: words.gains(document.parties, improvement.adds) })}
      </p>
      <Differences words={words} changed={differences(placed.terms, improvement.terms, source)} />
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => onDraft(t('deals.draft.better', { proposal }), improvement.terms)}
      >
        {t('deals.draft.make')}
      </Button>
    </section>
  )
}

function TradeLines({ trade, words }: { readonly trade: Trade; readonly words: Words }) {
  const { t } = words
  return (
    <ul className={classes['terms']}>
      {trade.changes.map(({ issue, to, giving, receiving }) => (
        <li key={issue}>
          <Quiet>{words.issue(issue)}</Quiet> {words.option(issue, to)}
          <br />
          <Quiet>
            {giving.length === 0
              ? t('deals.trades.free')
              : t('deals.trades.gives', {
                  givers: words.list(giving.map(words.party)),
                  receivers: words.list(receiving.map(words.party))
                })}
          </Quiet>
        </li>
      ))}
    </ul>
  )
}
