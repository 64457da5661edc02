import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { STARTING_CASE } from '../../../cli/src/commands/new.ts'

/** Where a workspace is served. */
export interface Served {
  readonly url: string
  readonly token: string
  readonly workspace: string
}

interface Server {
  readonly child: ChildProcess
  readonly answers: AsyncIterator<string>
}

/** Kept by the process, which takes many files of tests: each of them reads this module anew. */
const KEPT = Symbol.for('truce.server of page tests')

/**
 * Serves a workspace of its own, by the one server of this process, which takes long to start. The
 * workspace that was served before is gone then.
 */
export async function serving(): Promise<Served> {
  const workspace = await mkdtemp(join(tmpdir(), 'truce-page-'))
  const kept = globalThis as { [KEPT]?: Server }
  kept[KEPT] ??= started()
  const { child, answers } = kept[KEPT]
  child.stdin?.write(`${workspace}\n`)
  const { value } = await answers.next()
  return { ...JSON.parse(value), workspace }
}

/** Ends with this process: its input does then. */
function started(): Server {
  const script = join(import.meta.dirname, 'serve.ts')
  const library = join(import.meta.dirname, '../../../../cases')
  const child = spawn(process.execPath, [script, library], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // The sources themselves are run, as in all tests.
    env: { ...process.env, NODE_OPTIONS: process.env['NODE_OPTIONS'] ?? '' }
  })
  const files = Object.entries(STARTING_CASE).map(([name, text]) => ({ name, text }))
  child.stdin.write(`${JSON.stringify(files)}\n`)
  return { child, answers: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}
