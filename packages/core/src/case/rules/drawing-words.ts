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
  'no-point': ['there is no point in it', 'give each place as a point, with its name'],
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

/** What was put in order in a drawing. */
export const REPAIRS: Readonly<Record<string, string>> = {
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

/** What a withdrawal lacks to make a zone, and what to write. */
export const MISSING: Readonly<Record<string, readonly [what: string, help: string]>> = {
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

/** What is wrong with a drawing or a list of places, and what to do. */
export const drawingProblem = (what: string): readonly [what: string, help: string] =>
  PROBLEMS[what] ?? ['it cannot be read', 'save it again']
