// Sets the version everywhere and cuts the changelog: `npm run release -- 0.2.0`, with a day behind
// it where it is not today's. Writes files and nothing else: the commit, the tag and the push are
// yours. Everything is checked before anything is written.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { changes, Refused } from './release/changes.ts'

function release(next: string | undefined, day: string): void {
  if (next === undefined) throw new Refused('say which version: npm run release -- 0.2.0')
  if (execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }) !== '')
    throw new Refused('there are changes that are not committed: commit or take them back first')
  const changed = changes('.', next, day)
  for (const [path, text] of changed) writeFileSync(path, text)
  console.log(`${next}: ${changed.size} files. Run \`.ci/run\`, read the changelog, then commit.`)
}

try {
  release(process.argv[2], process.argv[3] ?? new Date().toISOString().slice(0, 10))
} catch (error) {
  if (!(error instanceof Refused)) throw error
  console.error(error.message)
  process.exitCode = 1
}
