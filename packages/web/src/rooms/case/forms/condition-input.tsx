import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { TextLink } from '../../../ui/text-link.tsx'
import { optionsOf } from './choices.ts'
import type { Clause } from './condition.ts'
import { clausesOf, joined, joinOf } from './condition.ts'
import type { Value } from './draft.ts'
import sheet from './forms.module.css'
import { Boxes } from './plain-inputs.tsx'
import type { About, Choice, InputProps } from './spec.ts'

/** A condition over the issues: clauses that must all hold, or of which any may. */
export function ConditionInput(props: InputProps): ReactNode {
  return <Clauses {...props} subjects={props.field.among?.(props.about, props.draft) ?? []} />
}

/** What a state is like: moves that are made or not. */
export function PatternInput(props: InputProps): ReactNode {
  return <Clauses {...props} subjects={props.field.among?.(props.about, props.draft) ?? []} moves />
}

interface ClausesProps {
  readonly about: About
  readonly value: Value
  readonly write: (value: Value) => void
  readonly label: string
  readonly subjects: readonly Choice[]
  readonly moves?: boolean
}

const NONE: Clause = { issue: '', is: 'one', options: [] }

/** The clauses, how they are joined, and the way to another. */
export function Clauses({
  about,
  value,
  write,
  label,
  subjects,
  moves = false
}: ClausesProps): ReactNode {
  const told = clausesOf(value)
  const clauses = told.length > 0 ? told : [NONE]
  const join = joinOf(value)
  const put = (index: number, clause: Clause): void =>
    write(
      joined(
        join,
        clauses.map((one, at) => (at === index ? clause : one))
      )
    )
  const drop = (index: number): void =>
    write(
      joined(
        join,
        clauses.filter((_, at) => at !== index)
      )
    )
  return (
    <>
      {clauses.length > 1 && (
        <NativeSelect
          size="sm"
          aria-label={about.say('forms.join', { label })}
          value={join}
          data={['all', 'any'].map((one) => ({
            value: one,
            label: about.say(`forms.join.${one}`)
          }))}
          onChange={(event) =>
            write(joined(event.currentTarget.value === 'any' ? 'any' : 'all', clauses))
          }
        />
      )}
      {clauses.map((clause, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no names, their place is what tells them apart
        <div key={index} className={sheet['clause']}>
          <ClauseRow
            about={about}
            clause={clause}
            write={(next) => put(index, next)}
            label={about.say('forms.clause', { label, number: index + 1 })}
            subjects={subjects}
            moves={moves}
          />
          {clauses.length > 1 && (
            <TextLink
              bare
              aria-label={about.say('forms.clause.dropLabel', { label, number: index + 1 })}
              onClick={() => drop(index)}
            >
              {about.say('forms.clause.drop')}
            </TextLink>
          )}
        </div>
      ))}
      <TextLink bare onClick={() => write(joined(join, [...clauses, NONE]))}>
        {about.say(moves ? 'forms.clause.addMove' : 'forms.clause.add')}
      </TextLink>
    </>
  )
}

interface RowProps {
  readonly about: About
  readonly clause: Clause
  readonly write: (clause: Clause) => void
  readonly label: string
  readonly subjects: readonly Choice[]
  readonly moves: boolean
}

function ClauseRow({ about, clause, write, label, subjects, moves }: RowProps): ReactNode {
  const { say } = about
  const { issue, is, options } = clause
  return (
    <>
      <div className={sheet['pair']}>
        <NativeSelect
          size="sm"
          aria-label={label}
          value={issue}
          data={[
            { value: '', label: say(moves ? 'forms.chooseMove' : 'forms.chooseIssue') },
            ...subjects
          ]}
          onChange={(event) =>
            write({ issue: event.currentTarget.value, is, options: moves ? ['yes'] : [] })
          }
        />
        <NativeSelect
          size="sm"
          aria-label={say('forms.clause.is', { label })}
          value={moves ? (options[0] ?? 'yes') : is}
          data={(moves ? ['yes', 'no'] : ['one', 'none']).map((value) => ({
            value,
            label: say(`forms.is.${value}`)
          }))}
          onChange={({ currentTarget: { value } }) =>
            write(
              moves
                ? { issue, is, options: [value] }
                : { issue, is: value === 'none' ? 'none' : 'one', options }
            )
          }
        />
      </div>
      {!moves && issue !== '' && (
        <Boxes
          choices={optionsOf(about, issue)}
          chosen={options}
          write={(chosen) => write({ issue, is, options: chosen })}
        />
      )}
    </>
  )
}
