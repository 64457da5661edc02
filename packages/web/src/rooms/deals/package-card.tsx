import { Button } from '@mantine/core'
import type { Case } from '@truce/core'
import type { Terms } from '../../engine/protocol.ts'
import { Pick } from '../../ui/filter-bar.tsx'
import { hueOf } from '../../ui/parties.ts'
import { Quiet } from '../../ui/quiet.tsx'
import classes from './deals.module.css'
import { Differences } from './differences.tsx'
import type { Deal, Points } from './documents.ts'
import { common, differences, isStaged } from './packages.ts'
import type { Words } from './use-words.ts'

/** A package with what it is called. */
export interface Shown {
  readonly name: string
  readonly deal: Deal
}

/** What the card tells of a package, against what. */
export interface CardProps {
  readonly source: Case
  readonly words: Words
  readonly parties: readonly string[]
  readonly shown: Shown | undefined
  readonly kept: boolean
  readonly reference: Shown | undefined
  readonly references: readonly { readonly value: string; readonly label: string }[]
  readonly referenceId: string
  readonly onReference: (id: string) => void
  readonly onDraft: (shown: Shown) => void
}

/**
 * The package that is looked at: who gains what, and what it settles otherwise than the reference.
 */
export function PackageCard(props: CardProps) {
  const { words, shown, kept, parties, source, references, referenceId, onReference, onDraft } =
    props
  const { t } = words
  return (
    <section className={classes['card']} aria-label={t('deals.card')}>
      <Pick
        label={t('deals.reference')}
        options={references}
        value={referenceId}
        onPick={onReference}
      />
      {shown && (
        <>
          <h3>{shown.name}</h3>
          {shown.deal.chance && (
            <p>
              {t('deals.card.chance', {
                chance: words.n.chance(shown.deal.chance.p, shown.deal.chance.standardError)
              })}
            </p>
          )}
          <GainBars source={source} words={words} parties={parties} gains={shown.deal.gains} />
          {Number(shown.deal.packages ?? 1) > 1 && (
            <Quiet as="p">
              {t('deals.card.alike', { count: words.count(shown.deal.packages ?? '1') })}
            </Quiet>
          )}
          <Settles {...props} shown={shown} />
          <Button size="xs" variant="default" onClick={() => onDraft(shown)}>
            {t('deals.draft.make')}
          </Button>
          {isStaged(shown.deal.terms) && <Quiet as="p">{t('deals.draft.staged')}</Quiet>}
          <Quiet as="p">{t(kept ? 'deals.card.kept' : 'deals.card.hint')}</Quiet>
        </>
      )}
    </section>
  )
}

/** Gains on one scale from the middle: losses to the start, gains to the end. */
function GainBars({
  source,
  words,
  parties,
  gains
}: {
  readonly source: Case
  readonly words: Words
  readonly parties: readonly string[]
  readonly gains: Points
}) {
  const low = Math.min(0, ...gains)
  const span = Math.max(1, ...gains, 0) - low
  const share = (value: number): string => `${(100 * value) / span}%`
  return (
    <dl className={classes['gains']} aria-label={words.said.say('figure.gains')}>
      {parties.map((party, k) => {
        const gain = gains[k] ?? 0
        return (
          <div key={party}>
            <dt>{words.party(party)}</dt>
            <dd>
              <span className={classes['track']}>
                <span
                  className={classes['bar']}
                  style={{
                    insetInlineStart: share(Math.min(0, gain) - low),
                    inlineSize: share(Math.abs(gain)),
                    background: hueOf(source, party).color
                  }}
                />
                <span className={classes['zero']} style={{ insetInlineStart: share(-low) }} />
              </span>
              <span className={classes['figure']}>{words.n.gain(gain)}</span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Settles({ source, words, shown, reference }: CardProps & { readonly shown: Shown }) {
  const { t } = words
  const { terms } = shown.deal
  if (!reference)
    return (
      <TermList
        words={words}
        terms={terms}
        issues={source.issues.map(({ id }) => id)}
        title={t('deals.card.all')}
      />
    )
  const changed = differences(reference.deal.terms, terms, source)
  const kept = common(reference.deal.terms, terms, source)
  if (changed.length === 0)
    return (
      <>
        <p>{t('deals.card.same', { reference: reference.name })}</p>
        <TermList
          words={words}
          terms={terms}
          issues={source.issues.map(({ id }) => id)}
          title={t('deals.card.all')}
        />
      </>
    )
  const title = t(`deals.card.common.${kept.length === 1 ? 'one' : 'many'}`, {
    count: kept.length,
    reference: reference.name
  })
  return (
    <>
      <h4>{t('deals.card.differs', { reference: reference.name })}</h4>
      <Differences words={words} changed={changed} />
      {kept.length > 0 && <TermList words={words} terms={terms} issues={kept} title={title} />}
    </>
  )
}

function TermList({
  words,
  terms,
  issues,
  title
}: {
  readonly words: Words
  readonly terms: Terms
  readonly issues: readonly string[]
  readonly title: string
}) {
  return (
    <details>
      <summary>{title}</summary>
      <ul className={classes['terms']}>
        {issues.map((issue) => (
          <li key={issue}>
            <Quiet>{words.issue(issue)}</Quiet> {words.option(issue, terms[issue] ?? '')}
          </li>
        ))}
      </ul>
    </details>
  )
}
