import type { SourceFile } from '@truce/core'
import type { Line } from '@truce/core/model'
import type { Change } from '../../state/yaml-edit.ts'

/** The file of a line's course, and what the case has to say of it. */
export interface LineFile {
  readonly file: SourceFile
  readonly changes: readonly Change[]
}

/** Puts a course into the line's own file; where it has none yet, into one named for it. */
export function lineFile({ id, at, geometry }: Line, text: string): LineFile {
  const name = geometry ?? `lines/${id}.geojson`
  const changes = geometry === undefined ? [{ at: `${at}/geometry`, value: name }] : []
  return { file: { name, text }, changes }
}
