// Estimates how far polls were off, and brings the figures of docs/method/calibration.md up to date.
// Needs the table of polls in the folder named by `TRUCE_DATA`.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withBlock } from './block.ts'
import { calibrationBlock } from './calibration/page.ts'
import { pollTable, readPolls } from './calibration/polls.ts'

const table = pollTable()
if (table === undefined) {
  console.log('TRUCE_DATA names no folder with calibration/poll-errors.csv')
  process.exitCode = 1
} else {
  const block = calibrationBlock(readPolls(table))
  console.log(block)
  const path = join(import.meta.dirname, '..', 'docs', 'method', 'calibration.md')
  await writeFile(path, withBlock(await readFile(path, 'utf8'), 'calibration', block))
}
