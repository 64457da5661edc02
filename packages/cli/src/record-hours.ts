import type { RecordState } from '@truce/core/record'
import type { Args } from './args.ts'
import { Usage } from './io.ts'

/** What is said of the options that name an instant of a record. */
export const HOURS_HELP = `  --at <instant>         as the record was known then, such as 2025-02-10T12:00:00Z; by
                         default when its last entry came in`

/** An instant in UTC among the options, in ms since 1970; undefined where it is not given. */
export function instantOption({ values }: Args, name: 'at' | 'from' | 'until'): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const ms = Date.parse(String(text))
  if (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(String(text)) &&
    !Number.isNaN(ms)
  )
    return ms
  throw new Usage(
    `--${name} takes an instant in UTC such as 2025-02-10T12:00:00Z, not ${String(text)}`
  )
}

/** As of when a record is told: what --at says, or when its last entry came in. */
export function toldAt(args: Args, state: RecordState): number {
  const at = instantOption(args, 'at')
  if (at !== undefined) return at
  if (state.until === '') throw new Usage('the record has no entries yet: say --at <instant>')
  return Date.parse(state.until)
}
