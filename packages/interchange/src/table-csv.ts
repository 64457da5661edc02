import { parse } from 'csv-parse/browser/esm/sync'
import { stringify } from 'csv-stringify/browser/esm/sync'
import type { Refused } from './answer.ts'
import { Refusal, refusing } from './deal-case-refusal.ts'
import { plainText } from './patterns.ts'
import type { TableRows } from './table.ts'

/** A longer text is not read. */
export const MOST_TABLE_CHARACTERS = 2_000_000

/**
 * More rows are not read; those of a table of 200 issues with ten options each are a tenth of them.
 */
const MOST_ROWS = 20_000

/** The header stands among the first characters. */
const HEADER_WITHIN = 10_000

/**
 * The rows of comma-, semicolon- or tab-separated text; which it is, the header tells. Semicolons
 * and tabs go with decimal commas.
 */
export function csvRows(text: string): TableRows | Refused {
  return refusing(() => {
    if (text.length > MOST_TABLE_CHARACTERS)
      throw new Refusal('the table is larger than 2 MB: leave out what is no issue')
    const plain = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '')
    const delimiter = /^ *"?issues?"? *([;,\t])/im.exec(plain.slice(0, HEADER_WITHIN))?.[1]
    if (delimiter === undefined)
      throw new Refusal(
        'no row begins with the columns `issue` and `option`: write them above the options, then a column for each party'
      )
    const rows = parsed(plain, delimiter)
    if (rows.length > MOST_ROWS)
      throw new Refusal(`the table has more than ${MOST_ROWS} rows: leave out what is no option`)
    return { rows, decimalComma: delimiter !== ',' }
  })
}

const CSV = { relax_column_count: true, skip_empty_lines: false, max_record_size: 100_000 } as const

function parsed(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, { ...CSV, delimiter, to: MOST_ROWS + 1 })
  } catch (error) {
    const problem = error instanceof Error ? plainText(error.message) : String(error)
    throw new Refusal(
      `the CSV cannot be read (${problem}): close every quotation mark, and double those inside a cell`
    )
  }
}

/** Rows as comma-separated text. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows.map((row) => [...row]))
}
