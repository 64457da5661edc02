import type { Case } from '../../model/case.ts'
import type { Line } from '../../model/lines.ts'
import { textIn } from '../../model/package.ts'
import type { Withdrawal } from '../../model/withdrawals.ts'
import type { Block } from '../blocks.ts'
import { figure, heading, list, paragraph, table } from '../blocks.ts'
import type { DrawnZone } from '../geo/zones-report.ts'
import { zonesMap } from '../pictures/zones-map.ts'
import type { Words } from '../words/index.ts'
import { count, nameOf, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'

/** The ceasefire on the ground, where the case has drawn its lines: a table of zones and a picture. */
export function groundSection(material: Material): readonly Block[] {
  const { source, ground } = material
  if (!ground) return []
  const own = wordsOf(material)
  const { say } = own
  const { zones } = ground
  const asymmetries = zones.flatMap(({ withdrawal: { asymmetry, ...one } }) =>
    asymmetry === undefined
      ? []
      : [say('brief.ground.asymmetry', { what: titleOf(one), why: textIn(asymmetry) })]
  )
  const shown = say('brief.ground.picture.words')
  return [
    heading(2, say('brief.ground')),
    paragraph(say('brief.ground.about')),
    table(
      [
        say('brief.ground.what'),
        say('zones.party'),
        say('zones.line'),
        say('brief.ground.far'),
        say('brief.ground.area')
      ],
      zones.flatMap((one) => rowsOf(own, source, one))
    ),
    ...(asymmetries.length > 0 ? [list(asymmetries)] : []),
    figure({
      id: 'ground',
      title: say('brief.ground.picture'),
      text: shown,
      svg: zonesMap(
        { source, ...ground },
        {
          words: shown,
          line: (id) => lineWords(own, source, id),
          party: (id) => nameOf(source, id),
          km: wholeKm,
          north: say('brief.ground.north')
        }
      )
    })
  ]
}

const titleOf = ({ title, weapon }: Pick<Withdrawal, 'title' | 'weapon'>): string =>
  title ? textIn(title) : weapon.class

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
      titleOf(withdrawal),
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
