const PART = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Whether a text is a day, a month or a year as a case writes it; with `span` also `from/to`. */
export function readsDate(text: string, span: boolean): boolean {
  const parts = span ? text.split('/') : [text]
  return parts.length < 3 && parts.every((part) => PART.test(part) && exists(part))
}

/** A date that is written otherwise, such as `3 Nov 2024`, as a case writes it, where it is clear. */
export function suggestedDate(text: string): string | undefined {
  const words = text.toLowerCase().match(/[a-z]+|\d+/g) ?? []
  const month = words.flatMap((word) => MONTHS.indexOf(word.slice(0, 3)) + 1 || [])[0]
  const year = words.find((word) => /^\d{4}$/.test(word))
  const day = words.find((word) => /^\d{1,2}$/.test(word))
  const numbers = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const made = numbers
    ? [numbers[3], twice(numbers[2]), twice(numbers[1])]
    : [year, twice(month), twice(day)]
  if (made[0] === undefined || made[1] === '') return undefined
  const date = made.filter((part) => part !== '').join('-')
  return readsDate(date, false) ? date : undefined
}

const twice = (part: string | number | undefined): string =>
  part === undefined ? '' : String(part).padStart(2, '0')

/** 2023-02-29 has the form of a date, but is none. */
function exists(part: string): boolean {
  if (part.length < 10) return true
  const day = new Date(`${part}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(part)
}
