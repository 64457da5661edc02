// Writes what the tool says about every shipped case to its `expected/` folder; `--check` compares
// instead.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { allCases, expectedFiles } from './cases.ts'

const check = process.argv.includes('--check')
let stale = 0

for (const folder of await allCases()) {
  for (const [name, text] of Object.entries(await expectedFiles(folder))) {
    const path = join(folder, 'expected', name)
    const known = await readFile(path, 'utf8').catch(() => undefined)
    if (known === text) continue
    stale++
    console.log(`${check ? 'differs' : 'wrote'}: ${path}`)
    if (check) continue
    await mkdir(join(folder, 'expected'), { recursive: true })
    await writeFile(path, text)
  }
}
if (check && stale > 0) {
  console.log(
    'if the change is meant, run `npm run expected` and list changed verdicts in CHANGELOG.md'
  )
  process.exitCode = 1
}
