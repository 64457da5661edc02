import type { SourceFile } from '@truce/core'
import type { Line } from '@truce/core/model'
import type { Change } from '../../state/yaml-edit.ts'

/** The file of a line's course, and what the case has to say of it. */
export interface LineFile {
  readonly file: SourceFile
  readonly changes: readonly Change[]
}

/**
 * Puts a course into the line's own file; where it has none yet, or one of another form, into one
 * named for it.
 */
export function lineFile({ id, at, geometry }: Line, text: string): LineFile {
  const isOwn = geometry?.endsWith('.geojson') === true
  const name = isOwn ? geometry : `lines/${id}.geojson`
  const changes = isOwn ? [] : [{ at: `${at}/geometry`, value: name }]
  return { file: { name, text }, changes }
}
