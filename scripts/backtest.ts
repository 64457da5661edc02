// Judges the past proposals of cases/backtest, holds the chances against what happened, and brings
// docs/method/backtest.md and the figures that `check` quotes up to date.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { judgeAll } from './backtest/judge.ts'
import { backtestBlock, recordFile } from './backtest/page.ts'
import { withBlock } from './block.ts'

const root = join(import.meta.dirname, '..')
const page = join(root, 'docs', 'method', 'backtest.md')
const judged = judgeAll(root)
const block = backtestBlock(judged)
console.log(block)
await writeFile(page, withBlock(await readFile(page, 'utf8'), 'backtest', block))
await writeFile(
  join(root, 'packages', 'core', 'src', 'worth', 'track-record.ts'),
  recordFile(judged)
)
