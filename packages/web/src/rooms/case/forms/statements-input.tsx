import type { ReactNode } from 'react'
import { TextLink } from '../../../ui/text-link.tsx'
import { joined } from './condition.ts'
import { Clauses } from './condition-input.tsx'
import type { Value } from './draft.ts'
import { listOf } from './draft.ts'
import sheet from './forms.module.css'
import type { InputProps } from './spec.ts'

/** A party's statements in the order of their importance, to be moved up and down. */
export function StatementsInput({ field, about, draft, value, write }: InputProps): ReactNode {
  const told = listOf(value)
  const statements = told.length > 0 ? told : [joined('all', [])]
  const subjects = field.among?.(about, draft) ?? []
  const put = (index: number, next: Value): void =>
    write(statements.map((one, at) => (at === index ? next : one)))
  return (
    <>
      <ol className={sheet['ranked']}>
        {statements.map((one, index) => {
          const label = about.say('forms.statement', { number: index + 1 })
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a statement is known by its rank
            <li key={index}>
              <Clauses
                about={about}
                value={one}
                write={(next) => put(index, next)}
                label={label}
                subjects={subjects}
                moves
              />{' '}
              <Order
                say={about.say}
                label={label}
                move={(by) => write(shifted(statements, index, by))}
                drop={() => write(statements.filter((_, at) => at !== index))}
              />
            </li>
          )
        })}
      </ol>
      <TextLink bare onClick={() => write([...statements, joined('all', [])])}>
        {about.say('forms.statement.add')}
      </TextLink>
    </>
  )
}

/** Up, down and away, for an entry of a ranking. */
export function Order({
  say,
  label,
  move,
  drop
}: {
  readonly say: InputProps['about']['say']
  readonly label: string
  readonly move: (by: -1 | 1) => void
  readonly drop?: () => void
}): ReactNode {
  return (
    <span className={sheet['order']}>
      <TextLink bare aria-label={say('forms.upLabel', { label })} onClick={() => move(-1)}>
        {say('forms.up')}
      </TextLink>
      <TextLink bare aria-label={say('forms.downLabel', { label })} onClick={() => move(1)}>
        {say('forms.down')}
      </TextLink>
      {drop && (
        <TextLink bare aria-label={say('forms.dropLabel', { label })} onClick={drop}>
          {say('forms.drop')}
        </TextLink>
      )}
    </span>
  )
}

/** The list with one entry a place further up or down; at its end it stays. */
export function shifted<T>(list: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const [one, other] = [list[index], list[index + by]]
  if (one === undefined || other === undefined) return list
  return list.map((entry, at) => (at === index ? other : at === index + by ? one : entry))
}
