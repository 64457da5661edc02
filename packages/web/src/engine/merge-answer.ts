import { readCase } from '@truce/core/case'
import { mergeCase } from '@truce/core/merge'
import type { Questions } from './protocol.ts'
import { troublesBetween } from './trial.ts'

/** Joins two texts, and reads what they come to: fields that fit each alone may not fit together. */
export function mergeAnswer({
  sides,
  chosen
}: Questions['merge']['ask']): Questions['merge']['answer'] {
  const merged = mergeCase(sides, new Set(chosen))
  const reading = readCase(merged.files)
  const troubles = reading.sound ? [] : troublesBetween(readCase(sides.mine), reading)
  return { merged, troubles }
}
