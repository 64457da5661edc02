import { UnstyledButton } from '@mantine/core'
import type { Column } from '../../judged/columns.ts'
import type { Standing } from '../../judged/use-judged.ts'
import { Pick } from '../../ui/filter-bar.tsx'
import { useWords } from '../../ui/use-words.ts'
import { VerdictWord } from '../../ui/verdict-word.tsx'
import classes from './desk.module.css'
import type { Desk } from './use-desk.ts'

/** Packages that have a button of their own; the others are in a list. */
const BUTTONS = 3

/**
 * Where to begin: the first proposals of the case as buttons, each with its verdict; every other
 * package, drafts among them, from a list.
 */
export function Packages({ desk }: { readonly desk: Desk }) {
  const { t } = useWords()
  const { columns, standings, shown, pick } = desk
  const first = columns.slice(0, BUTTONS).filter(({ proposal }) => proposal)
  const rest = columns.slice(first.length)
  if (columns.length === 0) return null
  return (
    <fieldset className={`${classes['packages']} no-print`}>
      <legend className={classes['hidden']}>{t('desk.packages')}</legend>
      {first.map((column, i) => (
        <UnstyledButton
          key={column.id}
          className={classes['package']}
          aria-pressed={column.id === shown?.id}
          onClick={() => pick(column.id)}
        >
          <span className={classes['name']}>{column.title}</span>
          <InShort standing={standings[i]} />
        </UnstyledButton>
      ))}
      {rest.length > 0 && (
        <Pick
          hidden
          label={t('desk.packages.choose')}
          value={rest.some(({ id }) => id === shown?.id) ? (shown?.id ?? '') : ''}
          options={[{ value: '', label: t('desk.packages.others') }, ...rest.map(optionOf)]}
          onPick={(id) => id !== '' && pick(id)}
        />
      )}
    </fieldset>
  )
}

const optionOf = ({ id, title }: Column): { readonly value: string; readonly label: string } => ({
  value: id,
  label: title
})

function InShort({ standing }: { readonly standing: Standing | undefined }) {
  const { t, said, numbers } = useWords()
  const judged = standing?.answer
  return (
    <span className={classes['quiet']}>
      {judged ? (
        <>
          <VerdictWord verdict={judged.verdict}>
            {said.say(`verdict.${judged.verdict}`)}
          </VerdictWord>{' '}
          {numbers.percent(judged.joint.p)}
        </>
      ) : (
        t('desk.waiting')
      )}
    </span>
  )
}
