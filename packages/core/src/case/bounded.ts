import type { Data, Report } from '../diagnostic/diagnostic.ts'
import { tooManyFindings } from './rules/syntax.ts'
import { TEXT_LIMITS } from './text-limits.ts'

/** Thrown and caught here alone: nobody looks for the thousand-and-first error. */
class Enough extends Error {}

/**
 * A reporter that clips long words and lists, and stops the reading when there are more errors than
 * anyone would read.
 */
export function bounded(report: Report): Report {
  let errors = 0
  return (page, place, data = {}) => {
    if (errors >= TEXT_LIMITS.findings) throw new Enough()
    report(
      page,
      place,
      Object.fromEntries(Object.entries(data).map(([key, value]) => [key, clipped(value)]))
    )
    if (page.severity !== 'error' || ++errors < TEXT_LIMITS.findings) return
    report(tooManyFindings, place, { limit: TEXT_LIMITS.findings })
    throw new Enough()
  }
}

/** Does a part of the reading; undefined when it was stopped by too many errors. */
export function unlessStopped<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Enough) return undefined
    throw error
  }
}

const clip = (word: string): string =>
  word.length > TEXT_LIMITS.word ? `${word.slice(0, TEXT_LIMITS.word)} ..` : word

function clipped(value: Data[string]): Data[string] {
  if (typeof value === 'string') return clip(value)
  if (typeof value === 'number') return value
  return value.length > TEXT_LIMITS.list
    ? [...value.slice(0, TEXT_LIMITS.list).map(clip), '..']
    : value.map(clip)
}
