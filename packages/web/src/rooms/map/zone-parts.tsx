import type { Diagnostic } from '@truce/core/diagnostic'
import type { ReactNode } from 'react'
import type { ZoneDrawn } from '../../engine/protocol.ts'
import { CaseLink } from '../../ui/case-link.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { useWords } from '../../ui/use-words.ts'
import { inNames } from '../ceasefire/plain-words.ts'
import { withdrawalTitle } from './zone-words.ts'

const NONE = 'none'
const EVERY = 'every'
/** Until somebody chooses: one zone can be read, five over each other cannot. */
export const NARROWEST = ''

/** The zones of a choice: none, all, that of one withdrawal; at first the narrowest. */
export function zonesShown(zones: readonly ZoneDrawn[], shown: string): readonly ZoneDrawn[] {
  if (shown === NONE) return []
  if (shown === EVERY) return zones
  const one = zones.find(({ withdrawal }) => withdrawal === shown) ?? narrowest(zones)
  return one ? [one] : []
}

/** Of several as narrow the first by its id: no order of a file decides. */
const narrowest = (zones: readonly ZoneDrawn[]): ZoneDrawn | undefined =>
  zones.toSorted(
    (one, other) => one.km - other.km || (one.withdrawal < other.withdrawal ? -1 : 1)
  )[0]

interface ZonePickProps {
  readonly zones: readonly ZoneDrawn[]
  readonly shown: string
  readonly onShown: (shown: string) => void
}

/** Which zone the map shows. */
export function ZonePick({ zones, shown, onShown }: ZonePickProps): ReactNode {
  const words = useWords()
  const { t, source } = words
  const titles = zones.flatMap(({ withdrawal: id }) => {
    const withdrawal = source.process.withdrawals.get(id)
    return withdrawal ? [{ value: id, label: withdrawalTitle(words, withdrawal) }] : []
  })
  return (
    <FilterBar>
      <Pick
        label={t('map.zones.pick')}
        value={shown === NARROWEST ? (narrowest(zones)?.withdrawal ?? '') : shown}
        options={[
          ...titles,
          { value: EVERY, label: t('map.zones.every') },
          { value: NONE, label: t('map.zones.none') }
        ]}
        onPick={onShown}
      />
    </FilterBar>
  )
}

/** The clause behind the zone that was clicked, with why it is so. */
export function Chosen({ id }: { readonly id: string | undefined }): ReactNode {
  const words = useWords()
  const { t, text, source, cited } = words
  const withdrawal = id === undefined ? undefined : source.process.withdrawals.get(id)
  if (!withdrawal) return null
  const { at, because, source: from } = withdrawal
  return (
    <p role="status">
      {t('map.zones.chosen')} <CaseLink to={at}>{withdrawalTitle(words, withdrawal)}</CaseLink>
      {from === undefined ? null : ` (${cited(from)})`}
      {because === undefined ? null : `: ${text(because)}`}
    </p>
  )
}

/** Why some lines or zones are not there. */
export function Troubles({ troubles }: { readonly troubles: readonly Diagnostic[] }): ReactNode {
  const words = useWords()
  const { t } = words
  return troubles.length === 0 ? null : (
    <Disclosure label={t('map.zones.troubles')}>
      <ul>
        {troubles.map(({ message, help }) => (
          <li key={message}>
            {inNames(words, message)}
            {help === undefined ? null : `: ${inNames(words, help)}`}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
