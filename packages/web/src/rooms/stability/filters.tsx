import { capital } from '@truce/core/report/words'
import type { ReactNode } from 'react'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import type { Concept, Filter, Standing } from './document.ts'
import type { About, Words } from './words.ts'

/** What is looked at: a concept, a party, and which moves. */
export interface FiltersProps {
  readonly about: About
  readonly words: Words
  readonly parties: readonly string[]
  readonly standing: Standing
  readonly filter: Filter
  readonly improving: boolean
  readonly onFilter: (filter: Filter) => void
  readonly onImproving: (improving: boolean) => void
}

/** The choices above the picture; they hold for the picture, the narration and the table. */
export function Filters(props: FiltersProps): ReactNode {
  const { about, words, parties, standing, filter, improving, onFilter, onImproving } = props
  const { t } = about
  return (
    <FilterBar>
      <Pick<Concept | 'any'>
        label={t('stability.filter.concept')}
        value={filter.concept}
        onPick={(concept) => onFilter({ ...filter, concept })}
        options={[
          { value: 'any', label: t('stability.filter.any') },
          ...standing.defined.map((concept) => ({
            value: concept,
            label: capital(words.concept(concept))
          }))
        ]}
      />
      <Pick
        label={t('stability.filter.party')}
        value={filter.party ?? ''}
        onPick={(party) => onFilter({ ...filter, party: party || undefined })}
        options={[
          { value: '', label: t('stability.filter.all') },
          ...parties.map((party) => ({ value: party, label: words.party(party) }))
        ]}
      />
      <Pick
        label={t('stability.filter.lines')}
        value={improving ? 'improving' : 'all'}
        onPick={(lines) => onImproving(lines === 'improving')}
        options={[
          { value: 'all', label: t('stability.filter.lines.all') },
          { value: 'improving', label: t('stability.filter.lines.improving') }
        ]}
      />
    </FilterBar>
  )
}
