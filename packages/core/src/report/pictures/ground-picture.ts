import type { Case } from '../../model/case.ts'
import type { Line } from '../../model/lines.ts'
import { textIn } from '../../model/package.ts'
import type { Withdrawal } from '../../model/withdrawals.ts'
import type { Figure } from '../blocks.ts'
import { figure } from '../blocks.ts'
import type { DrawnZone } from '../geo/zones-report.ts'
import type { Words } from '../words/index.ts'
import { count, nameOf } from '../words/index.ts'
import type { ZonesDrawn } from './zones-map.ts'
import { zonesMap } from './zones-map.ts'

/** What a table says. */
export interface GroundTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Bands as a table: what goes back, whose, from which line, how far, how large. */
export function groundTable(
  own: Words,
  { source, zones }: Pick<ZonesDrawn, 'source' | 'zones'>
): GroundTable {
  const { say } = own
  return {
    head: [
      say('brief.ground.what'),
      say('zones.party'),
      say('zones.line'),
      say('brief.ground.far'),
      say('brief.ground.area')
    ],
    rows: zones.flatMap((one) => rowsOf(own, source, one))
  }
}

/** The map of lines and bands under words that say what it shows. */
export function groundFigure(
  own: Words,
  drawn: ZonesDrawn,
  { title, text }: Pick<Figure, 'title' | 'text'>
): Figure {
  const { source } = drawn
  const svg = zonesMap(drawn, {
    words: text,
    line: (id) => lineWords(own, source, id),
    party: (id) => nameOf(source, id),
    km: wholeKm,
    north: own.say('brief.ground.north')
  })
  return figure({ id: 'ground', title, text, svg })
}

/** What a withdrawal is called. */
export const withdrawalName = (
  { say }: Words,
  { title, weapon }: Pick<Withdrawal, 'title' | 'weapon'>
): string => (title ? textIn(title) : say(`draft.weapon.${weapon.class}`))

function rowsOf(
  own: Words,
  source: Case,
  { withdrawal, zone }: DrawnZone
): readonly (readonly string[])[] {
  const { say } = own
  return zone.bands.map(({ party, line, squareKm }) => {
    const most = withdrawal.ceiling.get(party)
    const far =
      zone.fromKm > 0
        ? say('brief.ground.from', { from: wholeKm(zone.fromKm), km: wholeKm(zone.km) })
        : wholeKm(zone.km)
    return [
      withdrawalName(own, withdrawal),
      nameOf(source, party),
      lineWords(own, source, line),
      most === undefined ? far : say('brief.ground.most', { far, n: count(most) }),
      `${count(Math.round(squareKm))} km2`
    ]
  })
}

/** What a line is, of what day, and whose claim it is. */
function lineWords({ say }: Words, source: Case, id: string): string {
  const line = source.process.lines.get(id)
  if (!line) return ''
  const what = line.title ? textIn(line.title) : say('brief.ground.untitled')
  const whose = whoseLine(source, line)
  return whose === ''
    ? `${what}, ${line.asOf}`
    : say('brief.ground.line', { line: what, day: line.asOf, whose })
}

function whoseLine(source: Case, { claimedBy, source: cited }: Line): string {
  if (claimedBy !== undefined) return nameOf(source, claimedBy)
  const found = cited === undefined ? undefined : source.sources.get(cited)
  return found ? textIn(found.title) : ''
}

/** In kilometres, or in metres where it is no whole number of them. */
const wholeKm = (km: number): string =>
  Number.isInteger(km) ? `${count(km)} km` : `${count(Math.round(km * 1000))} m`
