import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Case } from '../src/model/case.ts'
import { caseOfText } from './arbitrary.ts'

/** A case of the repository, by its folder under `cases`. */
export function caseIn(folder: string): Case {
  const root = fileURLToPath(new URL(`../../../cases/${folder}/`, import.meta.url))
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.yaml') && !name.startsWith('expected')
  )
  return caseOfText(names.map((name) => [name, readFileSync(root + name, 'utf8')]))
}
