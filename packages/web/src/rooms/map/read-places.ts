import type { SourceFile } from '@truce/core'
import type { Settlement } from '@truce/core/geo'
import { Undrawable } from '@truce/core/geo'
import { refusedWords } from './read-course.ts'

/** The forms in which lists of settlements are read. */
export const PLACE_ENDINGS = '.csv,.geojson,.json,.kml'

/** The settlements of a list, or why it cannot be read. */
export interface ReadPlaces {
  readonly places?: readonly Settlement[]
  readonly problem?: string
}

/** Reads a table with `name`, `lon` and `lat`, GeoJSON or KML points, every spelling kept. */
export async function readPlaces({ name, text }: SourceFile): Promise<ReadPlaces> {
  const { importSettlements } = await import('@truce/interchange')
  try {
    return { places: importSettlements(name, text) }
  } catch (error) {
    if (error instanceof Undrawable) return { problem: refusedWords(name, error) }
    throw error
  }
}
