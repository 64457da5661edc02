import { existingDate } from '../../time/instant.ts'
import { leaf } from './leaf.ts'
import { wrong } from './scalars.ts'

/** Days from the first to the last, both included. */
export interface DayRange {
  readonly from: string
  readonly until: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Two days, or one: `2025-04-18/2025-04-21`. */
export const dayRange = leaf<DayRange>({
  read: (node, where) => {
    const [from = '', until = from, ...more] =
      node.kind === 'scalar' ? String(node.value).split('/') : []
    const areDays = [from, until].every((day) => DAY.test(day) && existingDate(day))
    return areDays && from <= until && more.length === 0
      ? { from, until }
      : wrong(
          node,
          where,
          'two days that exist, the first not after the second, such as `2025-04-18/2025-04-21`'
        )
  },
  json: () => ({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?$' })
})
