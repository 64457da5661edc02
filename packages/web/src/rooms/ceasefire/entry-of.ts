import { ALONE } from '../case/forms/process-forms.ts'

/** The entry that something stands in: what the case shows as one, such as `withdrawals/heavy`. */
export function entryOf(at: string): string {
  const [kind = '', id] = at.split('/')
  return id === undefined || ALONE.some((one) => one === kind) ? kind : `${kind}/${id}`
}
