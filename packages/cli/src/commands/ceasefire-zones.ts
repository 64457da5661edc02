import { askZones } from '@truce/core/ask/zones'
import { renderPlain } from '@truce/core/report'
import { zonesReport } from '@truce/core/report/geo'
import type { NamedArea, NamedPlace } from '@truce/interchange'
import { areasCsv, areasGeoJson, areasKml } from '@truce/interchange'
import { oneOf, parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse, renderAll } from '../open.ts'
import { drawingsOf } from './case-drawings.ts'
import { placesIn, positionsIn } from './ground-lists.ts'
import { seenPlaces, zoneAreas } from './zone-areas.ts'

export const HELP = `truce ceasefire zones <case> [options]
The zone of each withdrawal along the lines it counts from: what each party keeps
free and how large it is, how far lines apart, what lies between them.

  --places <file>  settlements to look for in the zones: a CSV table with name, lon
                   and lat (further name columns are further spellings), GeoJSON or
                   KML points
  --positions <file>
                   what was seen where, judged by the zones: a CSV table with party,
                   class, lon, lat, and if known count, calibre-mm, withdrawal, when
                   and source; or GeoJSON points with these properties, or KML points
                   with these data
  --at <instant>   the moment at which positions are judged, such as
                   "2024-08-01T00:00[Europe/Kyiv]"
  --signature, --eif <instant>
                   suppose that the agreement is signed, or enters into force, then
  --format <how>   text (default), json, geojson, kml or csv

A line names the file with its course under \`geometry\` (GeoJSON, KML or CSV, in the
folder of the case), and under \`sides\` a place on the side of each party.
`

const OPTIONS = {
  places: { type: 'string' },
  positions: { type: 'string' },
  at: { type: 'string' },
  signature: { type: 'string' },
  eif: { type: 'string' },
  format: { type: 'string' }
} as const

const AREAS: Readonly<
  Record<string, (areas: readonly NamedArea[], places: readonly NamedPlace[]) => string>
> = {
  geojson: areasGeoJson,
  kml: areasKml,
  csv: areasCsv
}

/** `truce ceasefire zones`: exit 0 once a zone was drawn, 3 where none can be. */
export async function ceasefireZones(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('ceasefire zones takes one case: truce ceasefire zones <case>')
  const format = oneOf(args, 'format', ['text', 'json', 'geojson', 'kml', 'csv']) ?? 'text'
  const opened = await openCase(path)
  const answer = askZones(opened, {
    drawings: await drawingsOf(path, opened),
    places: await placesIn(args.values['places']),
    ...(await positionsIn(args, opened))
  })
  if (answer.refused) return refuse(answer, io, format === 'json')
  if (format === 'json') printJson(answer.document(), io)
  else
    io.stdout(
      AREAS[format]?.(zoneAreas(answer.result), seenPlaces(answer.result)) ?? textOf(answer, io)
    )
  const left = answer.findings.filter(({ code }) => code.startsWith('LN'))
  if (format !== 'json' && left.length > 0) io.stderr(`${renderAll(left, answer, io)}\n`)
  return EXIT.done
}

const textOf = (
  { source, result }: Exclude<ReturnType<typeof askZones>, { refused: true }>,
  io: Io
): string => renderPlain(zonesReport(source, result), { width: io.columns, colour: io.colour })
