import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Concept, Filter, Standing } from './document.ts'
import classes from './room.module.css'
import type { About, Words } from './words.ts'
import { CONCEPT_NAMES } from './words.ts'

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
    <div className={classes.filters}>
      <NativeSelect
        label={t('stability.filter.concept')}
        value={filter.concept}
        onChange={(event) =>
          onFilter({ ...filter, concept: event.currentTarget.value as Concept | 'any' })
        }
        data={[
          { value: 'any', label: t('stability.filter.any') },
          ...standing.defined.map((concept) => ({ value: concept, label: CONCEPT_NAMES[concept] }))
        ]}
      />
      <NativeSelect
        label={t('stability.filter.party')}
        value={filter.party ?? ''}
        onChange={(event) => onFilter({ ...filter, party: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('stability.filter.all') },
          ...parties.map((party) => ({ value: party, label: words.party(party) }))
        ]}
      />
      <NativeSelect
        label={t('stability.filter.lines')}
        value={improving ? 'improving' : 'all'}
        onChange={(event) => onImproving(event.currentTarget.value === 'improving')}
        data={[
          { value: 'all', label: t('stability.filter.lines.all') },
          { value: 'improving', label: t('stability.filter.lines.improving') }
        ]}
      />
    </div>
  )
}
