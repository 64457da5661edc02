import type { SourceFile } from '@truce/core'
import { readGeoJson, Undrawable } from '@truce/core/geo'
import type { Translate } from '../../messages/index.ts'

/** The forms in which courses are read. */
export const COURSE_ENDINGS = '.geojson,.json'

/** What a file came to: the GeoJSON to be kept, and what the reader has to know. */
export interface ReadCourse {
  readonly text: string | undefined
  readonly told: readonly string[]
}

/** Reads the course of a line from a file, whatever of the three forms it has. */
export function readCourse(t: Translate, { name, text }: SourceFile): ReadCourse {
  try {
    readGeoJson(text)
    return { text, told: [] }
  } catch (error) {
    if (!(error instanceof Undrawable)) throw error
    const { feature, vertex } = error.spot
    return {
      text: undefined,
      told: [
        t('map.file.refused', {
          name,
          what: error.what,
          feature: feature ?? 0,
          vertex: vertex ?? 0
        })
      ]
    }
  }
}
