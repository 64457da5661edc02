/**
 * Times the search for the best chance against its targets. Run with `node bench/acceptance.ts`;
 * exit code 1 when a target is missed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  atOnce,
  bestOf,
  ceilingsOf,
  priceOf,
  Rooms,
  spaceOf
} from '../packages/core/src/acceptance/index.ts'
import type { Case } from '../packages/core/src/model/case.ts'
import type { SourceFile } from '../packages/core/src/model/span.ts'
import { Judge } from '../packages/core/src/worth/judge.ts'
import { offersOf } from '../packages/core/src/worth/offers.ts'
import { figure } from './figures.ts'
import { sound, synthetic } from './synthetic.ts'

const FLAGSHIP = fileURLToPath(new URL('../cases/ukraine/2024-maitra', import.meta.url))
const settings = { draws: 10_000, seed: 1, dependence: 'independent' } as const
const GAP = 0.02
let missed = 0

/** Prints how long the work took beside its target. */
function measure<T>(what: string, target: number, work: () => T): T {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const made = work()
  const seconds = (performance.now() - started) / 1000
  const { user } = process.cpuUsage(before)
  const met = figure({ name: `acceptance, ${what}`, value: seconds, unit: 's', floor: target })
  if (!met) missed++
  console.log(
    `${what.padEnd(60)} ${seconds.toFixed(2).padStart(6)} s, ${(user / 1e6).toFixed(2)} s of the processor  (target ${target} s)${met ? '' : '  MISSED'}`
  )
  return made
}

function filesIn(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('expected'))
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
}

/** The best chance with its gap; draws are made before the clock starts. */
function best(what: string, target: number, source: Case): void {
  const judge = Judge.random(source, settings)
  spaceOf(judge)
  const found = measure(what, target, () => bestOf(spaceOf(judge), { seed: 1, budget: 60 }))
  const gap = (found?.bound ?? 1) - (found?.chance.p ?? 0)
  if (gap > GAP) missed++
  console.log(`  ${found?.chance.p.toFixed(4)}, gap ${gap.toFixed(4)}, ${found?.nodes} parts`)
  figure({ name: `acceptance, ${what}: gap`, value: gap, unit: '', floor: GAP })
}

const flagship = sound(filesIn(FLAGSHIP))
best('the best chance of the flagship', 3, flagship)
const few = Judge.random(flagship, { ...settings, draws: 400 })
measure('a first answer on 400 draws', 0.3, () => bestOf(spaceOf(few), { seed: 1, budget: 2 }))
const judge = Judge.random(flagship, settings)
const space = spaceOf(judge)
const rooms = new Rooms(space)
const ceiling = bestOf(space, { seed: 1, budget: 60, rooms })
if (ceiling)
  measure('what holds it down, watched', 30, () =>
    atOnce(
      ceilingsOf(space, ceiling, { settings, looking: { seed: 1, budget: 15, rooms }, pairs: 12 })
    )
  )
const [framework] = flagship.proposals
if (framework)
  measure('the price of up to six changes', 3, () =>
    atOnce(priceOf(judge, offersOf(framework, flagship), { seed: 1, most: 6, budget: 15 }))
  )
best(
  '20 issues x 5 options x 6 parties',
  10,
  sound(synthetic({ issues: 20, options: 5, parties: 6 }))
)
process.exitCode = missed > 0 ? 1 : 0
