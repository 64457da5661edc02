import type { Case, SourceFile } from '@truce/core'
import type { Observed } from '@truce/core/geo'

/** The forms in which lists of positions are read. */
export const SEEN_ENDINGS = '.csv,.geojson,.json,.kml'

/** What a list came to, or the one reason why it cannot be read. */
export type ReadSeen = { readonly rows: readonly Observed[] } | { readonly problem: string }

/** Reads what was seen where: a table, GeoJSON or KML points, as the command takes them. */
export async function readSeen(source: Case, file: SourceFile): Promise<ReadSeen> {
  const { importPositions } = await import('@truce/interchange')
  const read = importPositions(file, {
    parties: [...source.parties.keys()],
    withdrawals: [...source.process.withdrawals.keys()]
  })
  return 'refused' in read ? { problem: `${file.name}: ${read.refused}` } : { rows: numbered(read) }
}

/** The list as a table, for the command and for whoever goes on with it. */
export async function seenFile(rows: readonly Observed[]): Promise<SourceFile> {
  const { exportPositions } = await import('@truce/interchange')
  return { name: 'positions.csv', text: exportPositions(rows) }
}

/**
 * Rows of another list put behind those that are there. What is the same in everything is there
 * once: a file that is taken twice does not count twice.
 */
export function withRows(
  rows: readonly Observed[],
  more: readonly Observed[]
): { readonly rows: readonly Observed[]; readonly same: number } {
  const known = new Set(rows.map(said))
  const fresh = more.filter((one) => !known.has(said(one)))
  return { rows: numbered([...rows, ...fresh]), same: more.length - fresh.length }
}

/** Rows without one of them; those behind it move up. */
export const withoutRow = (rows: readonly Observed[], row: number): readonly Observed[] =>
  numbered(rows.filter((one) => one.row !== row))

/** On the page a row has its place in the list, whatever file it came from. */
const numbered = (rows: readonly Observed[]): readonly Observed[] =>
  rows.map((one, at) => ({ ...one, row: at + 1 }))

const said = ({ party, weapon, place, count, calibreMm, withdrawal, when, source }: Observed) =>
  JSON.stringify([party, weapon, place, count, calibreMm, withdrawal, when, source])
