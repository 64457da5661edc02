import { existingDate } from '@truce/core/timetable'

/** Fewest, most likely and most. */
export interface Triple {
  readonly low: number
  readonly best: number
  readonly high: number
}

/** Thrown on a row that cannot be read: which column, what stands there, what to do. */
export class RowProblem extends Error {
  readonly column: string
  readonly found: string
  readonly help: string

  constructor(column: string, found: string, help: string) {
    super(`${column} ${found}: ${help}`)
    this.column = column
    this.found = found
    this.help = help
  }
}

/** The cells of a row by their column. An empty one is absent, never 0. */
export class RowCells {
  readonly line: number
  private readonly cells: Readonly<Record<string, string>>

  constructor(line: number, cells: Readonly<Record<string, string>>) {
    this.line = line
    this.cells = cells
  }

  /** A text as it stands; codes stay texts. The empty text where there is none. */
  text(column: string): string {
    return (this.cells[column] ?? '').trim()
  }

  /** Whether the file has the column. */
  has(column: string): boolean {
    return this.cells[column] !== undefined
  }

  /** The names of all columns. */
  columns(): readonly string[] {
    return Object.keys(this.cells)
  }

  /** Throws what is wrong with a cell. */
  refuse(column: string, help: string): never {
    throw new RowProblem(column, this.text(column), help)
  }

  /** A text that has to be there. */
  needed(column: string, help: string): string {
    const found = this.text(column)
    return found === '' ? this.refuse(column, help) : found
  }

  /** A number between two others, or undefined where the cell is empty. */
  number(column: string, [least, most]: readonly [number, number]): number | undefined {
    const found = this.text(column)
    if (found === '') return undefined
    const value = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(found) ? Number(found) : Number.NaN
    if (value >= least && value <= most) return value
    return this.refuse(column, `give a number from ${least} to ${most}, or leave it empty`)
  }

  /** A whole number of things, or undefined where the cell is empty. */
  whole(column: string): number | undefined {
    const found = this.text(column)
    if (found === '') return undefined
    if (/^\d{1,7}(\.0+)?$/.test(found)) return Number(found)
    return this.refuse(column, 'give a whole number, or leave it empty where it is not known')
  }

  /** A day of the calendar: `2024-03-01`, `20240301`, `2024-03-01T..` or `01 March 2024`. */
  day(column: string): string {
    const found = this.needed(column, 'give the day, such as 2024-03-01')
    const [, y = '', m = '', d = ''] =
      /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(found) ??
      /^(\d{4})(\d{2})(\d{2})$/.exec(found) ??
      []
    const [, date = '', name = '', year = ''] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(found) ?? []
    const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
    const day =
      y !== ''
        ? `${y}-${m}-${d}`
        : `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
    return existingDate(day) && /^\d{4}-\d{2}-\d{2}$/.test(day)
      ? day
      : this.refuse(column, 'give a day of the calendar, such as 2024-03-01')
  }

  /** Longitude and latitude in degrees; both or neither. */
  place(lon: string, lat: string): { readonly lon?: number; readonly lat?: number } {
    const x = this.number(lon, [-180, 180])
    const y = this.number(lat, [-90, 90])
    if (x === undefined && y === undefined) return {}
    if (x === undefined) return this.refuse(lon, 'give the longitude too, or neither')
    if (y === undefined) return this.refuse(lat, 'give the latitude too, or neither')
    return { lon: x, lat: y }
  }

  /** What a code stands for among those that are known, or undefined where the cell is empty. */
  coded<T>(column: string, codes: Readonly<Record<string, T>>): T | undefined {
    const found = this.text(column)
    if (found === '') return undefined
    if (Object.hasOwn(codes, found)) return codes[found]
    return this.refuse(column, `give one of ${Object.keys(codes).join(', ')}`)
  }

  /** Fewest, most likely and most, in this order; absent where any of them is. */
  triple(low: string, best: string, high: string): Triple | undefined {
    const read = this.tripleAsPublished(low, best, high)
    if (read === undefined) return undefined
    if (read.low > read.best)
      return this.refuse(low, `it is above ${best} (${read.best}): put them right`)
    if (read.best > read.high)
      return this.refuse(high, `it is below ${best} (${read.best}): put them right`)
    return read
  }

  /** The same in whatever order the source has them: another's figures are not put right here. */
  tripleAsPublished(low: string, best: string, high: string): Triple | undefined {
    const given = [low, best, high].map((column) => this.whole(column))
    const [fewest, likely, most] = given
    if (fewest === undefined || likely === undefined || most === undefined) {
      const lacking = [low, best, high].find((_, at) => given[at] === undefined) ?? best
      return given.every((one) => one === undefined)
        ? undefined
        : this.refuse(lacking, `give all of ${low}, ${best} and ${high}, or none`)
    }
    return { low: fewest, best: likely, high: most }
  }

  /** A link, where the cell holds one that can be followed. */
  link(column: string): { readonly url?: string } {
    const [found = ''] = this.text(column).split(/[|\s;]/)
    return /^https?:\/\/[^\s/]+\.[^\s]*$/.test(found) && URL.canParse(found) && found.length <= 2000
      ? { url: found }
      : {}
  }
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
