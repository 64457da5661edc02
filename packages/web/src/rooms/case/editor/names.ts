import type { SourceFile } from '@truce/core'
import { readCase } from '@truce/core'
import { caseJsonSchema } from '@truce/core/case'
import { isDrawingFile } from '@truce/core/model'
import { documentOf } from '../places.ts'
import type { Schema } from './schema.ts'

/**
 * The schema of this very case, its own parties, issues, options, polls and sources as
 * enumerations. A file that cannot be parsed, as while somebody writes in it, counts with its last
 * text that could.
 */
export class CaseSchema {
  private readonly whole = new Map<string, SourceFile>()
  private made: { readonly files: readonly SourceFile[]; readonly schema: Schema } | undefined

  of(files: readonly SourceFile[]): Schema {
    for (const file of files)
      if (!isDrawingFile(file.name) && documentOf(file).errors.length === 0)
        this.whole.set(file.name, file)
    const known = files.flatMap(({ name }) => this.whole.get(name) ?? [])
    const isSame =
      known.length === this.made?.files.length &&
      known.every((file, i) => file === this.made?.files[i])
    if (this.made && isSame) return this.made.schema
    const schema = caseJsonSchema(readCase(known).names) as Schema
    this.made = { files: known, schema }
    return schema
  }
}
