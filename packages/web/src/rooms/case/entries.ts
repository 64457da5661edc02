import { entryId as idFrom } from '../../state/entry-id.ts'

export { entryId as idFrom } from '../../state/entry-id.ts'

/** A new redline as the form gives it. */
export interface RedlineForm {
  readonly says: string
  readonly form: 'never' | 'must'
  readonly issue: string
  readonly options: readonly string[]
  readonly low: number
  readonly high: number
  readonly source: string
}

/** The redline as it is written in the case. */
export function redlineEntry(
  { says, form, issue, options, low, high, source }: RedlineForm,
  taken: readonly string[]
): object {
  return {
    id: idFrom(says, taken),
    [form]: { [issue]: options.length === 1 ? options[0] : options },
    says,
    firmness: low === high ? low : [low, high],
    source
  }
}
