/**
 * Times the comparing of a text of 300 clauses, in seconds of processor time, against a floor of 1 s.
 * The clauses are those of the texts that the tests read, over and over. Run with
 * `node bench/agreement.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareText } from '../packages/core/src/ceasefire/index.ts'
import { figure } from './figures.ts'

const CLAUSES = 300
const FLOOR = 1

const folder = join(import.meta.dirname, '../packages/core/test/ceasefire/texts')
const clauses = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .sort()
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\n\n+/))
const text = Array.from({ length: CLAUSES }, (_, at) => clauses[at % clauses.length] ?? '').join(
  '\n\n'
)

const before = process.cpuUsage()
const { questions } = compareText(text)
const { user, system } = process.cpuUsage(before)
const seconds = (user + system) / 1e6
console.log(
  `${CLAUSES} clauses, ${text.length} letters, ${questions.length} questions: ${seconds.toFixed(3)} s of processor time`
)
const kept = figure({ name: 'compare 300 clauses', value: seconds, unit: 's', floor: FLOOR })
process.exitCode = kept ? 0 : 1
