import type { Data, Page } from '../../diagnostic/diagnostic.ts'

/** Problems of the drawings of lines; only a folder with drawings can show them. */

const PROBLEMS: Readonly<Record<string, readonly [what: string, help: string]>> = {
  missing: [
    'there is no such file in the folder of the case',
    'put the file there, or correct the path'
  ],
  outside: ['it lies outside the folder of the case', 'copy it into the folder of the case'],
  unreadable: ['it is no plain file that can be read', 'name a file'],
  unknown: ['its ending is none that is read', 'give `.geojson`, `.json`, `.kml` or `.csv`'],
  'too-large': ['it is larger than 5 MB', 'simplify it to what the line needs'],
  'not-json': ['it is no JSON', 'save it again as GeoJSON'],
  'not-geojson': ['it is no GeoJSON', 'save it as GeoJSON (RFC 7946)'],
  'not-kml': ['it is no KML', 'save it as KML; a `.kmz` is a packed one'],
  'not-csv': [
    'it is no table with the columns `lon` and `lat`',
    'name the columns `lon` and `lat`, and `part` where the line has several'
  ],
  'other-crs': [
    'it has other coordinates than longitude and latitude on WGS84',
    'save it in EPSG:4326'
  ],
  'no-line': ['there is no line and no area in it', 'draw the line'],
  mixed: ['it has lines and areas', 'leave one kind'],
  'not-a-position': ['a vertex is no pair of numbers', 'give longitude and latitude as numbers'],
  swapped: [
    'a latitude is beyond 90 degrees: longitude and latitude are probably swapped',
    'write the longitude first'
  ],
  'out-of-range': [
    'a vertex lies beyond the earth',
    'give longitude, -180 to 180, and latitude, in degrees'
  ],
  polar: ['a vertex lies beyond 85 degrees of latitude', 'such lines are not reckoned with'],
  'line-too-short': ['a line has fewer than two different vertices', 'draw it or leave it out'],
  'ring-too-short': ['a ring has fewer than three different vertices', 'draw it or leave it out'],
  'too-many-vertices': ['it has more than 200,000 vertices', 'simplify it']
}

const REPAIRS: Readonly<Record<string, string>> = {
  'height-dropped': 'heights are not used',
  'duplicates-dropped': 'a vertex that stands twice in a row counts once',
  'ring-closed': 'a ring that was open is closed',
  'ring-repaired': 'a ring crosses itself: what it encloses an odd number of times counts',
  'hole-outside': 'a hole lies outside its area: it counts as an area of its own',
  'line-crosses-itself': 'the line crosses itself, so its sides are not clear there',
  antimeridian: 'the line crosses the antimeridian and is taken to run on',
  'parts-joined': 'parts whose ends meet are joined',
  'parts-turned': 'parts that were drawn the other way are turned, so that all are walked one way',
  'not-a-line': 'what is no line and no area is left out'
}

const spot = ({ feature, vertex }: Data): string =>
  [feature ? `feature ${feature}` : '', vertex ? `vertex ${vertex}` : '']
    .filter((part) => part !== '')
    .join(', ')

export const drawingRefused: Page = {
  code: 'LN001',
  severity: 'error',
  title: 'a drawing that cannot be used',
  about:
    'The file under `geometry` of a line holds its course as GeoJSON, KML or CSV, in longitude and latitude on WGS84, in the folder of the case.',
  message: (d) =>
    `the drawing \`${d['file']}\` cannot be used: ${PROBLEMS[String(d['what'])]?.[0]}`,
  why: (d) => [
    ...(spot(d) === '' ? [] : [`in ${spot(d)}`]),
    ...(d['found'] ? [`found: ${String(d['found']).slice(0, 200)}`] : [])
  ],
  help: (d) => PROBLEMS[String(d['what'])]?.[1]
}

export const drawingRepaired: Page = {
  code: 'LN002',
  severity: 'warning',
  title: 'a drawing that was put in order',
  about: 'What can be read in one way only is put in order, and said.',
  message: (d) => `the drawing \`${d['file']}\` was put in order: ${REPAIRS[String(d['what'])]}`,
  why: (d) => [
    `${d['count']} ${d['count'] === 1 ? 'time' : 'times'}${spot(d) === '' ? '' : `, first in ${spot(d)}`}`
  ],
  help: () => 'look whether that is what is meant'
}

export const lineNotDrawn: Page = {
  code: 'LN003',
  severity: 'error',
  title: 'a zone along a line without its course',
  about: 'A zone is drawn along a line, so the line needs a file with its course.',
  message: (d) => `no zone can be drawn along \`${d['line']}\`: it has no \`geometry\``,
  help: () =>
    'write `geometry:` and the path of a GeoJSON, KML or CSV file in the folder of the case'
}

export const sideNotSaid: Page = {
  code: 'LN004',
  severity: 'error',
  title: 'a party without its side of a line',
  about:
    'On which side of a line a party stands is never guessed: a place that lies on its side says so. The order in which the line was drawn does not matter.',
  message: (d) => `the case does not say on which side of \`${d['line']}\` \`${d['party']}\` is`,
  help: (d) => `write \`sides: {${d['party']}: [longitude, latitude]}\` with a place on its side`
}

export const noSides: Page = {
  code: 'LN005',
  severity: 'error',
  title: 'a line without sides',
  about: 'A line that winds around its own end has no left and right there.',
  message: (d) => `\`${d['line']}\` winds around its own end and has no sides`,
  help: () => 'end the line before it does so'
}

export const nothingToDraw: Page = {
  code: 'LN006',
  severity: 'warning',
  title: 'a withdrawal that makes no zone',
  about:
    'A zone needs a distance and a line: `zone-width-km`, `distance-from-line-km` or `band-km` under `measure`, and under `baseline` the line each party counts from.',
  message: (d) =>
    `no zone is drawn of the withdrawal \`${d['withdrawal']}\`: ${MISSING[String(d['what'])]?.[0]}`,
  help: (d) => MISSING[String(d['what'])]?.[1]
}

const MISSING: Readonly<Record<string, readonly [what: string, help: string]>> = {
  measure: [
    'it says no distance',
    'write `measure: {distance-from-line-km: 10}`, or the width of the zone or a band'
  ],
  nothing: ['its distance is nothing', 'write a distance above 0'],
  band: [
    'its band does not end farther from the line than it begins',
    'write `band-km: [from, to]`, the nearer distance first'
  ],
  baseline: [
    'it names no line to count from',
    'write `baseline: {party: lines.name}` for each party'
  ]
}

export const noZones: Page = {
  code: 'LN007',
  severity: 'error',
  title: 'a case with nothing to draw',
  about:
    'Zones come from withdrawals; what changes hands, from issues of which two options or more are lines that are drawn.',
  message: () => 'the case has no withdrawal, and no issue whose options are lines that are drawn',
  help: () =>
    'write `withdrawals:` with a distance and the line each party counts from, or `line:` under two options'
}
