import type { Refused } from './answer.ts'
import type {
  Deal,
  DealInterest,
  DealParty,
  DealSettings,
  Figure,
  ImportedDeal
} from './deal-case.ts'
import { dealCase } from './deal-case.ts'
import { Refusal, refusing } from './deal-case-refusal.ts'
import type { Wanted } from './table-cells.ts'
import { columnName, figureIn, isPercent } from './table-cells.ts'
import type { Sheet, SheetColumn, SheetIssue, SheetRow } from './table-sheet.ts'
import { sheetOf } from './table-sheet.ts'

/**
 * A table as rows of cells, the first row first; `decimalComma` where its numbers are written
 * `12,5`.
 */
export interface TableRows {
  readonly refused?: undefined
  readonly rows: readonly (readonly string[])[]
  readonly decimalComma: boolean
}

/**
 * A case from a table of issues and options against parties; docs/howto/import-and-export.md says
 * what it looks like. Never throws on bad input: it says which row and column is wrong. What it
 * returns has been read back.
 */
export function importTable(table: TableRows, settings: DealSettings): ImportedDeal | Refused {
  return refusing(() => {
    const sheet = sheetOf(table.rows)
    const reading = { sheet, decimalComma: table.decimalComma }
    const deal: Deal = {
      from: 'a table',
      sources: [{ name: 'table', title: `Table ${settings.title}` }],
      issues: sheet.issues.map(({ name, options }) => ({
        name,
        options: options.map((option) => option.name)
      })),
      parties: sheet.parties.map((party) => partyOf(party, reading))
    }
    return dealCase(deal, { lost: [], assumed: assumedOf(sheet), scale: [] }, settings)
  })
}

interface Reading {
  readonly sheet: Sheet
  readonly decimalComma: boolean
}

function assumedOf({ issues, parties, noDeal }: Sheet): readonly string[] {
  const silent = parties
    .filter(({ column }) => blank(noDeal, column))
    .map(({ name }) => `${name} has no no-deal: it is 0, its worst on every issue`)
  return [
    ...(issues.every(({ weight }) => weight === undefined)
      ? ['the table has no weights: all issues weigh the same']
      : []),
    ...silent
  ]
}

function partyOf(party: SheetColumn, reading: Reading): DealParty {
  const { issues, noDeal } = reading.sheet
  const interests = issues.map((issue) => interestOf(party, issue, reading))
  if (interests.every((interest) => interest === undefined))
    throw new Refusal(`${columnIn(party)}: it has no values: fill them in, or remove the column`)
  if (interests.every((interest) => interest === undefined || largest(interest.weight) === 0))
    throw new Refusal(`${columnIn(party)}: every weight is 0: give one issue a weight above 0`)
  refuseMixedWeights(party, issues)
  const stated =
    noDeal && !blank(noDeal, party.column)
      ? figureOf(noDeal, party, { ...NO_DEAL, ...reading })
      : undefined
  return {
    name: party.name,
    source: 0,
    interests,
    noDeal: stated ?? 0,
    noDealStated: stated !== undefined
  }
}

/** Weights count by their proportions: 30 % beside 0.7 would be forty times as much. */
function refuseMixedWeights(party: SheetColumn, issues: readonly SheetIssue[]): void {
  const rows = issues.flatMap(({ weight }) =>
    weight && !blank(weight, party.column) ? [weight] : []
  )
  const cellOf = (row: SheetRow): string => row.cells[party.column] ?? ''
  const plain = rows.find((row) => !isPercent(cellOf(row)))
  if (plain && rows.some((row) => isPercent(cellOf(row))))
    throw new Refusal(
      `${placeOf(plain, party)}: the weight is no per cent, and others of the column are: write all of them so, or none`
    )
}

const NO_DEAL = { what: 'the no-deal', least: -1000, most: 1000 }
const WEIGHT = { what: 'the weight', least: 0, most: 1_000_000_000 }
const VALUE = { what: 'the value', least: 0, most: 100 }

const largest = (figure: Figure): number =>
  typeof figure === 'number' ? figure : Math.max(...figure)

/** A party with no cell filled on an issue has no interest in it. */
function interestOf(
  party: SheetColumn,
  { options, weight }: SheetIssue,
  reading: Reading
): DealInterest | undefined {
  const { column } = party
  if (options.every((option) => blank(option, column)) && blank(weight, column)) return undefined
  const empty = [...options, ...(weight ? [weight] : [])].find((row) => blank(row, column))
  if (empty)
    throw new Refusal(
      `${placeOf(empty, party)}: the cell is empty, and others of the issue are not: fill it in, or empty them all`
    )
  if (!weight && reading.sheet.issues.some((issue) => issue.weight !== undefined))
    throw new Refusal(
      `${placeOf(options[0] as SheetRow, party)}: the issue has no row \`weight\`, and others do: add one, or remove them all`
    )
  return {
    weight: weight ? figureOf(weight, party, { ...WEIGHT, ...reading }) : 1,
    values: options.map((option) => figureOf(option, party, { ...VALUE, ...reading }))
  }
}

function figureOf(row: SheetRow, party: SheetColumn, wanted: Wanted): Figure {
  return figureIn(placeOf(row, party), row.cells[party.column] ?? '', wanted)
}

const blank = (row: SheetRow | undefined, column: number): boolean =>
  (row?.cells[column] ?? '').trim() === ''

const placeOf = ({ row }: SheetRow, { column, name }: SheetColumn): string =>
  `row ${row}, column ${columnName(column)} (${name})`

const columnIn = ({ column, name }: SheetColumn): string => `column ${columnName(column)} (${name})`
