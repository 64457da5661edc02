import type { Data, Page } from '../../diagnostic/diagnostic.ts'
import { drawingProblem, MISSING, REPAIRS } from './drawing-words.ts'

/** Problems of the drawings of lines; only a folder with drawings can show them. */

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
    `the drawing \`${d['file']}\` cannot be used: ${drawingProblem(String(d['what']))[0]}`,
  why: (d) => [
    ...(spot(d) === '' ? [] : [`in ${spot(d)}`]),
    ...(d['found'] ? [`found: ${String(d['found']).slice(0, 200)}`] : [])
  ],
  help: (d) => drawingProblem(String(d['what']))[1]
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
