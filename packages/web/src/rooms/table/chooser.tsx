import { Button, Checkbox } from '@mantine/core'
import { memo } from 'react'
import { FilterBar, Pick as Picker } from '../../ui/filter-bar.tsx'
import { useWords } from '../../ui/use-words.ts'
import { makeDraft } from './head.tsx'
import classes from './table.module.css'
import type { Table } from './use-table.ts'

interface Props {
  readonly table: Table
  readonly differing: boolean
  readonly onDiffering: (on: boolean) => void
}

/**
 * Which columns stand side by side; where only one fits, the way to the one before and the one
 * after.
 */
export function Chooser({ table, differing, onDiffering }: Props) {
  const { t } = useWords()
  const { columns, shown, most, show, hide } = table
  const sides = { columns, shown, most, show, hide }
  return (
    <FilterBar>
      {table.most === 1 ? <Pager table={table} /> : <SideBySide {...sides} />}
      {table.most > 1 && table.shown.length > 1 ? (
        <Checkbox
          size="xs"
          label={t('table.choose.differing')}
          checked={differing}
          onChange={({ currentTarget }) => onDiffering(currentTarget.checked)}
        />
      ) : null}
      <Button size="compact-sm" variant="default" onClick={() => makeDraft(table, undefined)}>
        {t('table.draft.start')}
      </Button>
      <span role="status" className={classes['small']}>
        {table.gaveWay.length > 0 &&
          t('table.gave-way', {
            titles: table.gaveWay.map(({ title }) => title).join('”, “'),
            n: table.most
          })}
      </span>
    </FilterBar>
  )
}

const SideBySide = memo(function SideBySide({ columns, shown, most, show, hide }: SideProps) {
  const { t } = useWords()
  const on = (id: string): boolean => shown.some((column) => column.id === id)
  return (
    <fieldset className={classes['side']}>
      <legend>{t('table.choose', { n: most })}</legend>
      {columns.map(({ id, title }) => (
        <Checkbox
          key={id}
          size="xs"
          label={title}
          checked={on(id)}
          disabled={on(id) && shown.length === 1}
          onChange={({ currentTarget }) => (currentTarget.checked ? show(id) : hide(id))}
        />
      ))}
    </fieldset>
  )
}, isSame)

type SideProps = Pick<Table, 'columns' | 'shown' | 'most' | 'show' | 'hide'>

/** A click on an option makes another column of the one that it changes: by its name it is the same. */
function isSame(a: SideProps, b: SideProps): boolean {
  const names = ({ columns, shown }: SideProps): string =>
    JSON.stringify([columns.map(({ id, title }) => [id, title]), shown.map(({ id }) => id)])
  return a.most === b.most && names(a) === names(b)
}

/** The column `step` places on, round the table. */
export function neighbour(
  { columns, shown }: Pick<Table, 'columns' | 'shown'>,
  step: number
): string | undefined {
  const at = columns.findIndex(({ id }) => id === shown[0]?.id)
  return columns[(at + step + columns.length) % columns.length]?.id
}

function Pager({ table }: { readonly table: Table }) {
  const { t } = useWords()
  const at = table.columns.findIndex(({ id }) => id === table.shown[0]?.id)
  const go = (step: number): void => {
    const id = neighbour(table, step)
    if (id !== undefined) table.page(id)
  }
  return (
    <nav className={classes['pager']} aria-label={t('table.title')}>
      <Button size="compact-sm" variant="default" onClick={() => go(-1)}>
        {t('table.previous')}
      </Button>
      <Picker
        hidden
        label={t('table.place', { i: at + 1, n: table.columns.length })}
        value={table.shown[0]?.id ?? ''}
        options={table.columns.map(({ id, title }) => ({ value: id, label: title }))}
        onPick={table.page}
      />
      <Button size="compact-sm" variant="default" onClick={() => go(1)}>
        {t('table.next')}
      </Button>
    </nav>
  )
}
