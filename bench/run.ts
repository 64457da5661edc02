// Runs every benchmark, one after the other, each in a process of its own: `npm run bench`.
import { spawnSync } from 'node:child_process'

const BENCHES = [
  'bench/reading.ts',
  'bench/counting.ts',
  'bench/check.ts',
  'bench/stability.ts',
  'bench/bargaining.ts',
  'bench/bargaining-search.ts',
  'bench/study.ts',
  'bench/server.ts',
  'bench/fuzz-flagship.ts'
]

let missed = 0
for (const bench of BENCHES) {
  console.log(`\n== ${bench}`)
  const { status } = spawnSync(process.execPath, [bench], { stdio: 'inherit' })
  if (status !== 0) missed++
}
process.exitCode = missed > 0 ? 1 : 0
