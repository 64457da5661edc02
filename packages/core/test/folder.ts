import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Case } from '../src/model/case.ts'
import type { SourceFile } from '../src/model/span.ts'
import { caseOfText } from './arbitrary.ts'

/** The texts of a case of the repository, by its folder under `cases`. */
export function textsIn(folder: string): readonly SourceFile[] {
  const root = fileURLToPath(new URL(`../../../cases/${folder}/`, import.meta.url))
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.yaml') && !name.startsWith('expected')
  )
  return names.map((name) => ({ name, text: readFileSync(root + name, 'utf8') }))
}

/** A case of the repository, by its folder under `cases`. */
export const caseIn = (folder: string): Case =>
  caseOfText(textsIn(folder).map(({ name, text }) => [name, text]))
