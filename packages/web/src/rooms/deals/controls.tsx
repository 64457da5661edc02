import { Checkbox } from '@mantine/core'
import type { Case } from '@truce/core'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import classes from './deals.module.css'
import type { Words } from './use-words.ts'

/** What the picture shows, and of whom. */
export interface ControlsProps {
  readonly source: Case
  readonly words: Words
  /** Parties that the picture is about, in order. */
  readonly parties: readonly string[]
  /** Parties whose gain can be told. */
  readonly able: readonly string[]
  readonly axes: readonly [string, string]
  readonly respectRedlines: boolean
  readonly chosen: string | undefined
  readonly onAxes: (axes: readonly [string, string]) => void
  readonly onRedlines: (respect: boolean) => void
  readonly onParties: (parties: readonly string[]) => void
  readonly onChoose: (proposal: string) => void
}

/** Axes, redlines, parties and the proposal that is looked at. */
export function Controls(props: ControlsProps) {
  const { source, words, axes, chosen, respectRedlines, onAxes, onRedlines, onChoose } = props
  const { t } = words
  const named = props.parties.map((party) => ({ value: party, label: words.party(party) }))
  return (
    <fieldset className={classes['controls']}>
      <legend className={classes['caption']}>{t('deals.controls')}</legend>
      <FilterBar>
        <Pick
          label={t('deals.across')}
          options={named}
          value={axes[0]}
          onPick={(party) => onAxes([party, party === axes[1] ? axes[0] : axes[1]])}
        />
        <Pick
          label={t('deals.up')}
          options={named}
          value={axes[1]}
          onPick={(party) => onAxes([party === axes[0] ? axes[1] : axes[0], party])}
        />
        {source.proposals.length > 0 && (
          <Pick
            label={t('deals.proposal')}
            options={source.proposals.map(({ id }) => ({ value: id, label: words.proposal(id) }))}
            value={chosen ?? ''}
            onPick={onChoose}
          />
        )}
      </FilterBar>
      <Checkbox
        size="xs"
        label={t('deals.redlines')}
        checked={respectRedlines}
        onChange={(event) => onRedlines(event.currentTarget.checked)}
      />
      <PartyBoxes {...props} />
    </fieldset>
  )
}

/** Two parties at least stay in. */
function PartyBoxes({ words, able, parties, onParties }: ControlsProps) {
  if (able.length <= 2) return null
  const toggled = (party: string): readonly string[] =>
    able.filter((one) => (one === party) !== parties.includes(one))
  return (
    <Checkbox.Group size="xs" label={words.t('deals.parties')} value={[...parties]}>
      <div className={classes['row']}>
        {able.map((party) => (
          <Checkbox
            key={party}
            size="xs"
            value={party}
            label={words.party(party)}
            disabled={parties.length <= 2 && parties.includes(party)}
            onChange={() => onParties(toggled(party))}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
