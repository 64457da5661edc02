/**
 * How far polls are off. Estimated from polls that can be held against a vote and from questions
 * asked twice: docs/method/calibration.md. Each stands with its standard error; shares, 0..1. They
 * are what counts where a case states no error of its own.
 */
export const POLL_ERRORS = {
  /** What pollsters of the same days differ by, beyond sampling. */
  house: { value: 0.032, error: 0.006 },
  /** What all polls of a question miss together, even in the last days. */
  common: { value: 0.063, error: 0.012 },
  /** What opinion moves by in a month; its variance grows with the months. */
  walk: { value: 0.05, error: 0.016 },
  /** What another question on the same matter adds. */
  related: { value: 0.117, error: 0.019 }
} as const

/** Months after which a poll is taken to grow no worse. Convention: none older was measured. */
export const LONGEST_WALK = 6

/**
 * Error added when a poll's question is not the proposal's own. That of a distant question is a
 * convention: the pairs at hand were picked because they differ.
 */
export const FIT_ERROR = { direct: 0, related: POLL_ERRORS.related.value, distant: 0.25 } as const

/** No survey is more exact than this share. Convention. */
export const LEAST_ERROR = 0.005

/** Respondents of a poll that does not say how many. Convention. */
export const UNSTATED_SIZE = 1000

/** What opinion may have moved by since a poll: a random walk over the months from its fieldwork. */
export function driftSince(field: string, asOf: string): number {
  const months = (middleOf(asOf) - middleOf(field)) / MONTH
  return POLL_ERRORS.walk.value * Math.sqrt(Math.min(LONGEST_WALK, Math.max(0, months)))
}

const DAY = 24 * 3600 * 1000
/** A month in milliseconds, the mean of a year's. */
export const MONTH = 30.44 * DAY

/** The middle of a day, a month, a year or a span of them, in milliseconds since 1970. */
export function middleOf(dates: string): number {
  const [first = '', last = first] = dates.split('/')
  return (startOf(first, 0) + startOf(last, 1)) / 2
}

/** Where a day, month or year begins, or the one that many later. */
function startOf(date: string, later: number): number {
  const [year = 1970, month, day] = date.split('-').map(Number)
  if (month === undefined) return Date.UTC(year + later, 0)
  return day === undefined
    ? Date.UTC(year, month - 1 + later)
    : Date.UTC(year, month - 1, day + later)
}
