import type {
  Area,
  Facing,
  Judged,
  LineChange,
  PartyBand,
  Settlement,
  SidedLine,
  Zone
} from '../../geo/index.ts'
import { settlementsIn } from '../../geo/index.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { Withdrawal } from '../../model/withdrawals.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import type { Words } from '../words/index.ts'
import { count, issueTitle, nameOf, optionTitle, words } from '../words/index.ts'
import { inKm, inSquareKm, latLonWords } from './km-words.ts'
import { positionBlocks } from './positions-section.ts'

/** A withdrawal with the zone it makes. */
export interface DrawnZone {
  readonly withdrawal: Withdrawal
  readonly zone: Zone
}

/** All that was drawn of a case, and the settlements that are looked for in it. */
export interface DrawnZones {
  readonly zones: readonly DrawnZone[]
  /** The lines that are drawn. */
  readonly lines: ReadonlyMap<string, SidedLine>
  readonly changes: readonly LineChange[]
  readonly places: readonly Settlement[]
  /** What was seen where, judged by the zones; absent where nothing was given. */
  readonly judged?: Judged
}

/** The report of `ceasefire zones`. */
export function zonesReport(
  source: Case,
  { zones, changes, places, judged }: DrawnZones
): readonly Block[] {
  const own = words()
  return [
    ...opening(own, source, own.say('opening.zones')),
    ...zones.flatMap((one) => [
      ...zoneBlocks(own, source, one),
      ...settlementBlocks(own, one.zone.all, places)
    ]),
    ...changes.flatMap((change) => changeBlocks(own, source, [change, places])),
    ...(judged ? positionBlocks(own, source, judged) : []),
    heading(2, own.say('method.title')),
    paragraph(own.say('zones.method')),
    ...(judged ? [paragraph(own.say('positions.method'))] : [])
  ]
}

function zoneBlocks(
  { say }: Words,
  source: Case,
  { withdrawal, zone }: DrawnZone
): readonly Block[] {
  const { id, title, weapon } = withdrawal
  const area = inSquareKm(zone.squareKm)
  return [
    heading(2, say('zones.title', { id, what: title ? textIn(title) : weapon.class })),
    paragraph(
      `${reachWords(say, withdrawal, zone)} ${say(zone.limited ? 'zones.area.bands' : 'zones.area', { area })}`
    ),
    table(
      [
        say('zones.party'),
        say('zones.line'),
        say('zones.length'),
        say(zone.limited ? 'zones.band.limited' : 'zones.band'),
        ...(zone.limited ? [say('zones.ceiling')] : [])
      ],
      zone.bands.map((band) => [
        ...bandRow(source, band),
        ...(zone.limited ? [ceilingOf(withdrawal, band, say('zones.ceiling.none'))] : [])
      ])
    ),
    ...zone.facing.map((facing) => list(facingLines(say, source, [facing, zone])))
  ]
}

/** How far the zone reaches, as the case measures it. */
function reachWords(say: Words['say'], { measure }: Withdrawal, { fromKm, km }: Zone): string {
  const { zoneWidthKm, distanceFromLineKm } = measure
  if (distanceFromLineKm !== undefined) return say('zones.distance', { km: inKm(km) })
  if (zoneWidthKm !== undefined)
    return say('zones.width', { width: inKm(zoneWidthKm), km: inKm(km) })
  return say('zones.banded', { from: inKm(fromKm), km: inKm(km) })
}

function ceilingOf({ ceiling }: Withdrawal, { party }: PartyBand, none: string): string {
  const most = ceiling.get(party)
  return most === undefined ? none : count(most)
}

function bandRow(source: Case, { party, line, lineKm, squareKm }: PartyBand): readonly string[] {
  return [nameOf(source, party), lineTitle(source, line), inKm(lineKm), inSquareKm(squareKm)]
}

/** The settlements in an area, every spelling of each; nothing where no list was given. */
function settlementBlocks(
  { say, list: listed }: Words,
  area: Area,
  places: readonly Settlement[]
): readonly Block[] {
  if (places.length === 0) return []
  const found = settlementsIn(area, places).map(({ names }) => names.join(' / '))
  return [
    paragraph(
      found.length === 0
        ? say('zones.settlements.none')
        : say('zones.settlements', { n: found.length, names: listed(found) })
    )
  ]
}

const UNTOLD = {
  none: 'zones.change.none',
  'not-comparable': 'zones.change.uneven',
  'no-sides': 'zones.change.wound'
} as const

function changeBlocks(
  own: Words,
  source: Case,
  [{ issue, from, to, lands, untold }, places]: readonly [LineChange, readonly Settlement[]]
): readonly Block[] {
  const option = (id: string): string => optionTitle(own, source, [issue, id])
  return [
    heading(
      2,
      own.say('zones.change', {
        issue: issueTitle(source, issue),
        from: option(from),
        to: option(to)
      })
    ),
    ...(lands.length === 0 ? [paragraph(own.say(UNTOLD[untold ?? 'none']))] : []),
    ...lands.flatMap((land) => [
      paragraph(
        own.say('zones.change.land', {
          area: inSquareKm(land.squareKm),
          from: nameOf(source, land.from),
          to: nameOf(source, land.to)
        })
      ),
      ...settlementBlocks(own, land.area, places)
    ])
  ]
}

const lineTitle = ({ process: { lines } }: Case, id: string): string => {
  const title = lines.get(id)?.title
  return title ? textIn(title) : id
}

function facingLines(
  say: Words['say'],
  source: Case,
  [facing, { limited, fromKm }]: readonly [Facing, Zone]
): readonly string[] {
  const { lines, linesBack, overlapSquareKm } = facing
  const [one, other] = facing.parties.map((party) => nameOf(source, party))
  const line = (key: AreaLine, area: number, part = 0): readonly string[] =>
    area < 0.01
      ? []
      : [
          say(key, {
            area: inSquareKm(area),
            part: inSquareKm(part),
            one: one ?? '',
            other: other ?? ''
          })
        ]
  return [
    say('zones.apart', {
      one: one ?? '',
      other: other ?? '',
      least: inKm(lines.least.km),
      median: inKm(lines.median),
      most: inKm(lines.most.km),
      near: latLonWords(lines.least),
      far: latLonWords(lines.most)
    }),
    say('zones.apart.back', {
      one: one ?? '',
      other: other ?? '',
      least: inKm(linesBack.least.km),
      median: inKm(linesBack.median),
      most: inKm(linesBack.most.km)
    }),
    ...(facing.comparable ? [] : [say('zones.uneven')]),
    ...(limited || fromKm > 0
      ? line('zones.between.limited', facing.betweenSquareKm)
      : line('zones.between', facing.betweenSquareKm, facing.beyondSquareKm)),
    ...(limited
      ? line('zones.both.limited', facing.claimedByBothSquareKm)
      : line('zones.both', facing.claimedByBothSquareKm, facing.openToBothSquareKm)),
    ...line(limited ? 'zones.overlap.limited' : 'zones.overlap', overlapSquareKm)
  ]
}

type AreaLine = `zones.${'between' | 'both' | 'overlap'}${'' | '.limited'}`
