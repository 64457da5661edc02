/** What was repaired while a drawing was read, and where it stood. Counted from 1. */
export interface GeoRemark extends GeoSpot {
  readonly what:
    | 'height-dropped'
    | 'duplicates-dropped'
    | 'ring-closed'
    | 'ring-repaired'
    | 'hole-outside'
    | 'line-crosses-itself'
    | 'antimeridian'
    | 'parts-joined'
    | 'parts-turned'
    | 'not-a-line'
  /** How often. */
  readonly count: number
}

/** Where in a file: the feature, and the vertex of it, counted from 1. */
export interface GeoSpot {
  readonly feature?: number
  readonly vertex?: number
}

/** Why a drawing cannot be used. */
export type GeoProblem =
  | 'too-large'
  | 'not-json'
  | 'not-geojson'
  | 'other-crs'
  | 'no-line'
  | 'no-point'
  | 'mixed'
  | 'not-a-position'
  | 'swapped'
  | 'out-of-range'
  | 'polar'
  | 'line-too-short'
  | 'ring-too-short'
  | 'too-many-vertices'
  | 'not-kml'
  | 'not-csv'

/** A drawing that cannot be used, and the first place that shows why. */
export class Undrawable extends Error {
  readonly what: GeoProblem
  readonly spot: GeoSpot
  /** The value found there, as it stands. */
  readonly found: string

  constructor(what: GeoProblem, spot: GeoSpot = {}, found = '') {
    super(what)
    this.name = 'Undrawable'
    this.what = what
    this.spot = spot
    this.found = found
  }
}

/** Collects remarks: of each kind one, with its first place and how often. */
export class Remarks {
  private readonly found = new Map<GeoRemark['what'], GeoRemark>()

  note(what: GeoRemark['what'], spot: GeoSpot = {}, count = 1): void {
    const before = this.found.get(what)
    this.found.set(
      what,
      before ? { ...before, count: before.count + count } : { what, ...spot, count }
    )
  }

  get all(): readonly GeoRemark[] {
    return [...this.found.values()]
  }
}
