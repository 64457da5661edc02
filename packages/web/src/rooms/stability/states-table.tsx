import { Button, Checkbox, Table, TextInput } from '@mantine/core'
import { textIn } from '@truce/core/model'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Term } from '../../ui/term.tsx'
import type { Filter, StabilityDocument, Standing } from './document.ts'
import { nameOfState, passes, standsUnder } from './document.ts'
import { finds, inOrder } from './graph.ts'
import classes from './room.module.css'
import type { About, Words } from './words.ts'
import { CONCEPT_NAMES } from './words.ts'

/** What the option table needs. */
export interface StatesTableProps {
  readonly about: About
  readonly words: Words
  readonly document: StabilityDocument
  readonly standing: Standing
  readonly filter: Filter
  readonly selected: string | undefined
  readonly onSelect: (state: string) => void
}

/** Rows shown at first and added at a time. */
const ROWS = 40

/** The states, move by move, and the concepts they hold under. */
export function StatesTable(props: StatesTableProps): ReactNode {
  const { about, words, document, standing, filter } = props
  const { t } = about
  const [search, setSearch] = useState('')
  const [holding, setHolding] = useState(true)
  const [most, setMost] = useState(ROWS)
  const found = inOrder(document, standing).filter(
    (state) =>
      (!holding || passes(standing, filter, state)) &&
      finds(search, state, `${words.state(state)} ${words.done(state)}`)
  )
  const shown = found.slice(0, most)
  const count = { shown: found.length, of: document.feasible }
  return (
    <section aria-labelledby="stability-table">
      <h3 id="stability-table" className={classes.heading}>
        {t('stability.table.title')}
      </h3>
      <p role="status">
        {t(
          document.moves.length > 0 ? 'stability.table.sentence' : 'stability.table.sentence.nodes',
          count
        )}{' '}
        {document.states ? '' : t('stability.table.unlisted')}
      </p>
      <FilterBar>
        <TextInput
          label={t('stability.table.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Checkbox
          label={t('stability.table.holding')}
          checked={holding}
          onChange={(event) => setHolding(event.currentTarget.checked)}
        />
      </FilterBar>
      {shown.length === 0 ? <p>{t('stability.table.none')}</p> : <Rows {...props} states={shown} />}
      {found.length > most ? (
        <Button variant="default" size="compact-md" onClick={() => setMost(most + ROWS)}>
          {t('stability.table.more', { n: Math.min(ROWS, found.length - most) })}
        </Button>
      ) : null}
    </section>
  )
}

function Rows(props: StatesTableProps & { readonly states: readonly string[] }): ReactNode {
  const { about, document, states } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes.scroll} aria-label={about.t('stability.table.scroll')} tabIndex={0}>
      <Table className={classes.options} withRowBorders>
        <Head {...props} />
        <Table.Tbody>
          {states.map((state) => (
            <Row key={state} {...props} state={state} start={document.statusQuo} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

/** The party of a move such as `russia.halt`. */
const ownerOf = (id = ''): string => id.split('.')[0] ?? ''

const titleOfMove = ({ source, language }: About, bit: number): string | undefined => {
  const move = source.graph?.moves[bit]
  return move && textIn(move.title, language)
}

/** The moves by party, then each move and each concept. */
function Head({ about, document, standing }: StatesTableProps): ReactNode {
  const { t } = about
  const owners = document.moves.map(ownerOf)
  const groups = [...new Set(owners)]
  return (
    <Table.Thead>
      {groups.length > 0 ? (
        <Table.Tr>
          <Table.Td />
          {groups.map((party) => (
            <Table.Th
              key={party}
              className={classes.first}
              colSpan={owners.filter((one) => one === party).length}
              scope="colgroup"
            >
              <PartyMark party={party} />
            </Table.Th>
          ))}
          <Table.Td colSpan={standing.defined.length + (document.statusQuo ? 1 : 0)} />
        </Table.Tr>
      ) : null}
      <Table.Tr>
        <Table.Th scope="col" className={classes.stuck}>
          {t('stability.table.state')}
        </Table.Th>
        {document.moves.map((id, k) => (
          <Table.Th
            key={id}
            scope="col"
            className={`${classes.move} ${owners[k] === owners[k - 1] ? '' : classes.first}`}
          >
            <span>{titleOfMove(about, k) ?? id}</span>
          </Table.Th>
        ))}
        {standing.defined.map((concept) => (
          <Table.Th key={concept} scope="col">
            <Term of={concept}>{CONCEPT_NAMES[concept]}</Term>
          </Table.Th>
        ))}
        {document.statusQuo ? <Table.Th scope="col">{t('stability.table.from')}</Table.Th> : null}
      </Table.Tr>
    </Table.Thead>
  )
}

interface RowProps extends StatesTableProps {
  readonly state: string
  readonly start: StabilityDocument['statusQuo']
}

function Row({
  about,
  words,
  document,
  standing,
  filter,
  selected,
  onSelect,
  state,
  start
}: RowProps): ReactNode {
  const { t } = about
  const under = standsUnder(standing, state, filter.party)
  const route = start?.reaches[state]
  const holds = standing.all.has(state)
  const way =
    state === start?.state
      ? t('stability.table.here')
      : route
        ? route.path.length
        : holds
          ? t('stability.table.no-way')
          : ''
  const name = nameOfState(document, state)
  return (
    <Table.Tr
      aria-current={state === selected ? 'true' : undefined}
      className={state === selected ? classes.chosen : undefined}
    >
      <Table.Th scope="row" className={classes.stuck}>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.pick}
          onClick={() => onSelect(state)}
        >
          {name ? <strong>{name}</strong> : words.state(state)}
        </Button>
      </Table.Th>
      {document.moves.map((id, bit) => (
        <Table.Td
          key={id}
          className={`${state[bit] === 'Y' ? classes.yes : classes.no} ${ownerOf(id) === ownerOf(document.moves[bit - 1]) ? '' : classes.first}`}
        >
          {state[bit] === 'Y' ? t('stability.table.yes') : state[bit] === 'N' ? '–' : '?'}
        </Table.Td>
      ))}
      {standing.defined.map((concept) => (
        <Table.Td key={concept}>
          {under.includes(concept) ? t('stability.table.yes') : '–'}
        </Table.Td>
      ))}
      {start ? <Table.Td>{way}</Table.Td> : null}
    </Table.Tr>
  )
}
