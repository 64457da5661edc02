import { nearest } from '@truce/core/diagnostic'
import { MOST } from './deal-case.ts'
import { Refusal } from './deal-case-refusal.ts'
import { columnName, isKeyword, nameIn } from './table-cells.ts'

/** More cells would make a case larger than a case may be. */
const MOST_CELLS = 200_000

/** The header stands in one of the first rows; a title may stand above it. */
const HEADER_WITHIN = 20

/** A row of a table, counted from 1 as spreadsheets do. */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** A party and its column, from 0. */
export interface SheetColumn {
  readonly name: string
  readonly column: number
}

/** An issue with its rows. */
export interface SheetIssue {
  readonly name: string
  readonly options: readonly (SheetRow & { readonly name: string })[]
  readonly weight: SheetRow | undefined
}

/** A table taken apart; what its cells hold is not looked at yet. */
export interface Sheet {
  readonly parties: readonly SheetColumn[]
  readonly issues: readonly SheetIssue[]
  readonly noDeal: SheetRow | undefined
}

/** Finds header, issues and options; throws a Refusal that names row and column. */
export function sheetOf(rows: readonly (readonly string[])[]): Sheet {
  const all = rows.map((cells, k): SheetRow => ({ row: k + 1, cells }))
  const header = all.slice(0, HEADER_WITHIN).find(isHeader)
  if (!header) throw new Refusal(headerMissing(all))
  if (rows.reduce((count, cells) => count + cells.length, 0) > MOST_CELLS)
    throw new Refusal(
      `the table has more than ${MOST_CELLS} cells: remove empty rows and columns, or leave issues out`
    )
  const parties = partiesIn(header)
  const body = all.slice(header.row).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const beyond = body.find(({ cells }) =>
    cells.some(
      (cell, k) => k > 1 && cell.trim() !== '' && !parties.some(({ column }) => column === k)
    )
  )
  if (beyond)
    throw new Refusal(
      `row ${beyond.row}: a value stands in a column without a party: name the party in row ${header.row}`
    )
  return { parties, ...issuesIn(body) }
}

const isHeader = ({ cells: [first = '', second = ''] }: SheetRow): boolean =>
  isKeyword(first, 'issue', 'issues') && isKeyword(second, 'option', 'options')

function headerMissing(all: readonly SheetRow[]): string {
  const near = all.find(
    ({ cells: [first = '', second = ''] }) =>
      nearest(first.toLowerCase(), ['issue']) && nearest(second.toLowerCase(), ['option'])
  )
  return near
    ? `row ${near.row}: the first two columns are \`${nameIn(near.cells[0] ?? '')}\` and \`${nameIn(near.cells[1] ?? '')}\`; did you mean \`issue\` and \`option\`?`
    : 'no row begins with the columns `issue` and `option`: write them above the options, then a column for each party'
}

function partiesIn({ row, cells }: SheetRow): readonly SheetColumn[] {
  const parties = cells
    .map((cell, column) => ({ name: nameIn(cell), column }))
    .filter(({ name, column }) => column > 1 && name !== '')
  if (parties.length === 0)
    throw new Refusal(`row ${row}: there is no party: write one above each column of values`)
  if (parties.length > MOST.parties)
    throw new Refusal(
      `row ${row}: it names ${parties.length} parties, and at most ${MOST.parties} are read: leave some out`
    )
  const twice = parties.find(
    ({ name }, k) => parties.findIndex((party) => party.name === name) !== k
  )
  if (twice)
    throw new Refusal(
      `row ${row}, column ${columnName(twice.column)}: party \`${twice.name}\` stands twice: rename one of them`
    )
  return parties
}

interface Growing {
  readonly name: string
  readonly row: number
  readonly options: (SheetRow & { readonly name: string })[]
  weight: SheetRow | undefined
}

function issuesIn(body: readonly SheetRow[]): Omit<Sheet, 'parties'> {
  const issues = new Map<string, Growing>()
  let noDeal: SheetRow | undefined
  let current: Growing | undefined
  for (const line of body) {
    const [first = '', second = ''] = line.cells
    if (isKeyword(first, 'no-deal', 'no deal') && second.trim() === '') {
      if (noDeal)
        throw new Refusal(
          `row ${line.row}: \`no-deal\` stands in row ${noDeal.row} already: leave one`
        )
      noDeal = line
      continue
    }
    current = first.trim() === '' ? current : issueNamed(nameIn(first), line.row, issues)
    if (!current) throw new Refusal(`row ${line.row}, column A: the row names no issue: name it`)
    place(line, second, current)
  }
  const whole = [...issues.values()]
  if (whole.length === 0)
    throw new Refusal('the table has no issue: write one option in each row below the header')
  const single = whole.find(({ options }) => options.length < 2)
  if (single)
    throw new Refusal(
      `row ${single.row}: issue \`${single.name}\` has ${single.options.length} of the two options it needs: add them, or remove it`
    )
  return { issues: whole, noDeal }
}

function issueNamed(name: string, row: number, issues: Map<string, Growing>): Growing {
  if (issues.size > MOST.issues)
    throw new Refusal(
      `row ${row}: this is issue ${issues.size}, and at most ${MOST.issues} are read: leave some out`
    )
  const issue = issues.get(name) ?? { name, row, options: [], weight: undefined }
  issues.set(name, issue)
  return issue
}

function place(line: SheetRow, option: string, issue: Growing): void {
  if (isKeyword(option, 'weight', 'weights')) {
    if (issue.weight)
      throw new Refusal(
        `row ${line.row}: the weight of \`${issue.name}\` stands in row ${issue.weight.row} already: leave one`
      )
    issue.weight = line
    return
  }
  if (issue.options.length >= MOST.options)
    throw new Refusal(
      `row ${line.row}: \`${issue.name}\` has more than ${MOST.options} options: leave some out`
    )
  const name = nameIn(option)
  if (name === '')
    throw new Refusal(
      `row ${line.row}, column B: the row names no option: name it, or write \`weight\``
    )
  const same = issue.options.find((one) => one.name === name)
  if (same)
    throw new Refusal(
      `row ${line.row}, column B: option \`${name}\` of \`${issue.name}\` stands in row ${same.row} already: rename one of them`
    )
  issue.options.push({ ...line, name })
}
