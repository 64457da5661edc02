/**
 * Times the review of a ceasefire's text of three hundred clauses against its target. Run with
 * `node bench/ceasefire.ts`; exit code 1 when it is missed.
 */

import { readCase } from '../packages/core/src/case/read.ts'
import { riverCeasefire } from '../packages/core/src/ceasefire/examples.ts'
import { gravest, reviewCeasefire } from '../packages/core/src/ceasefire/lint.ts'
import { exampleText } from '../packages/core/src/diagnostic/example.ts'
import { figure } from './figures.ts'

const TARGET = 1
const each = (count: number, make: (n: number) => string): string =>
  `[${Array.from({ length: count }, (_, n) => make(n)).join(', ')}]`

const text = exampleText(
  riverCeasefire(
    {
      prohibited: each(100, (n) => `act number ${n}`),
      flexibility: each(50, (n) => `clause ${n}`)
    },
    {
      withdrawals: each(
        150,
        (n) =>
          `{id: w${n}, weapon: {class: mortar}, measure: {}, baseline: {upland: lines.weir, lowland: lines.bridge}, starts: {after: ceasefire, days: ${n}}}`
      )
    }
  )
)
const reading = readCase([{ name: 'case.yaml', text }])
if (!reading.case || !reading.sound) throw new Error('the case cannot be read')
const [started, before] = [performance.now(), process.cpuUsage()]
const review = reviewCeasefire(reading.case, reading.spanOf)
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(before)
const found = review ? gravest(review).length : 0
const met = figure({
  name: 'ceasefire, 300 clauses reviewed',
  value: seconds,
  unit: 's',
  floor: TARGET
})
console.log(
  `${found} findings in 300 clauses: ${seconds.toFixed(3)} s, ${((user + system) / 1e6).toFixed(3)} s of the processor (target ${TARGET} s)${met ? '' : '  MISSED'}`
)
if (!met) process.exitCode = 1
