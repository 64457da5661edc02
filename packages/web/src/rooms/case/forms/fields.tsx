import type { ComponentType, ReactNode } from 'react'
import { useId } from 'react'
import { Quiet } from '../../../ui/quiet.tsx'
import { AnswersInput } from './answers-input.tsx'
import { ConditionInput, PatternInput } from './condition-input.tsx'
import sheet from './forms.module.css'
import { ClockInput, EachInput, LapseInput, MomentInput, WhenInput } from './parts-input.tsx'
import { ChoiceInput, LineInput, LinesInput, SeveralInput } from './plain-inputs.tsx'
import { RangeInput, WorthsInput } from './range-input.tsx'
import { RowsInput } from './rows-input.tsx'
import { SourceInput } from './source-input.tsx'
import type { InputProps, KindName } from './spec.ts'
import { isNeeded } from './spec.ts'
import { StatementsInput } from './statements-input.tsx'
import { PackageInput, TermsInput } from './terms-input.tsx'

/** How each kind of field is filled in; `true` where it is many controls under one heading. */
const INPUTS: Readonly<Record<KindName, readonly [ComponentType<InputProps>, boolean]>> = {
  text: [LineInput, false],
  number: [LineInput, false],
  date: [LineInput, false],
  span: [LineInput, false],
  link: [LineInput, false],
  lines: [LinesInput, false],
  choice: [ChoiceInput, false],
  source: [SourceInput, false],
  several: [SeveralInput, true],
  range: [RangeInput, true],
  worths: [WorthsInput, true],
  condition: [ConditionInput, true],
  pattern: [PatternInput, true],
  statements: [StatementsInput, true],
  terms: [TermsInput, true],
  package: [PackageInput, true],
  answers: [AnswersInput, true],
  list: [LinesInput, false],
  each: [EachInput, true],
  rows: [(props) => <RowsInput {...props} Field={FormField} />, true],
  places: [EachInput, true],
  moment: [MomentInput, true],
  when: [WhenInput, true],
  lapse: [LapseInput, true],
  clock: [ClockInput, true]
}

/** One field of a form, of any kind, with its label, its help and what is wrong with it. */
export function FormField(props: InputProps): ReactNode {
  const { field, about, label, problem } = props
  const [Input, isGroup] = INPUTS[field.kind]
  const help = field.help?.(about)
  const id = useId()
  if (!isGroup)
    return (
      <div data-field={field.key}>
        <Input {...props} />
        {help !== undefined && <Quiet as="p">{help}</Quiet>}
      </div>
    )
  return (
    <fieldset
      className={sheet['group']}
      data-field={field.key}
      aria-describedby={problem === undefined ? undefined : id}
    >
      <legend>
        {label}
        {isNeeded(field, about) && <span aria-hidden="true"> *</span>}
      </legend>
      {help !== undefined && <Quiet as="p">{help}</Quiet>}
      <Input {...props} />
      {problem !== undefined && (
        <p id={id} role="alert" className={sheet['problem']}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}
