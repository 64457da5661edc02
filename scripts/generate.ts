// Writes the reference pages that are made from the source to docs/reference; `--check` compares
// instead.

import { globSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { referencePages } from './reference.ts'

const FOLDER = 'docs/reference'

/** Writes a page that differs from the one on disk, or only says so. Tells whether it differed. */
async function bring(name: string, text: string, onlyCheck: boolean): Promise<boolean> {
  const path = join(FOLDER, name)
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return false
  console.log(`${onlyCheck ? 'stale' : 'wrote'}: ${path}`)
  if (onlyCheck) return true
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  return true
}

/** Takes away the page of a door that is gone, or only says so. */
async function takeAway(name: string, onlyCheck: boolean): Promise<void> {
  console.log(`${onlyCheck ? 'left over' : 'removed'}: ${join(FOLDER, name)}`)
  if (!onlyCheck) await rm(join(FOLDER, name))
}

process.chdir(join(import.meta.dirname, '..'))
const onlyCheck = process.argv.includes('--check')
const pages = referencePages()
let stale = 0
for (const [name, text] of Object.entries(pages)) if (await bring(name, text, onlyCheck)) stale++
for (const name of globSync('api/*.md', { cwd: FOLDER }).filter((one) => !(one in pages))) {
  await takeAway(name, onlyCheck)
  stale++
}
if (onlyCheck && stale > 0) {
  console.log('run `npm run docs` and look at what changed')
  process.exitCode = 1
}
