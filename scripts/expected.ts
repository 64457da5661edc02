// Writes what the tool says about every shipped case to its `expected/` folder, and what the start
// page shows of it; `--check` compares instead.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { allCases, expectedFiles } from './cases.ts'
import { FIRST_ANSWER, firstAnswer } from './first-answer.ts'

const check = process.argv.includes('--check')
let stale = 0

for (const folder of await allCases())
  for (const [name, text] of Object.entries(await expectedFiles(folder)))
    await bring(join(folder, 'expected', name), text)
await bring(FIRST_ANSWER, await firstAnswer())
if (check && stale > 0) {
  console.log(
    'if the change is meant, run `npm run expected` and list changed verdicts in CHANGELOG.md'
  )
  process.exitCode = 1
}

/** Writes a file that differs from the one on disk, or only says so. */
async function bring(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return
  stale++
  console.log(`${check ? 'differs' : 'wrote'}: ${path}`)
  if (check) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
