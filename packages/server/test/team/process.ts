import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ServeTeamOptions } from '../../src/team/index.ts'

const SCRIPT = join(import.meta.dirname, 'serving.ts')

export interface TeamProcessOptions extends Partial<ServeTeamOptions> {
  /** Milliseconds by which its clock is ahead of the right one. */
  readonly ahead?: number
}

/** A team's server in a process, at the same port however often it is started. */
export class TeamProcess {
  private readonly options: TeamProcessOptions
  private child: ChildProcess | undefined
  /** What it wrote on standard error, ever. */
  written = ''
  at = ''
  setup: string | undefined
  metrics: string | undefined

  constructor(options: TeamProcessOptions) {
    this.options = options
  }

  /** Starts it, again and again where its database is not there yet; resolves once it answers. */
  async start(): Promise<void> {
    for (let tries = 0; tries < 60; tries++) {
      if (await this.started()) return
      await new Promise((done) => setTimeout(done, 200))
    }
    throw new Error(`the server does not start:\n${this.written.slice(-2000)}`)
  }

  private async started(): Promise<boolean> {
    const port = this.at === '' ? 0 : Number(new URL(this.at).port)
    const child = spawn(process.execPath, [SCRIPT, JSON.stringify({ ...this.options, port })], {
      stdio: ['ignore', 'pipe', 'pipe']
    })
    this.child = child
    child.stderr.on('data', (part) => {
      this.written += part
    })
    const lines = createInterface(child.stdout)
    const line = await Promise.race([
      once(lines, 'line').then(([text]) => String(text)),
      once(child, 'exit').then(() => undefined)
    ])
    if (line === undefined) return false
    const { at, setup, metrics } = JSON.parse(line)
    this.metrics = metrics
    this.at = at
    this.setup ??= setup
    return true
  }

  /** Ends it as a crash does. */
  kill(): Promise<void> {
    return killed(this.child)
  }
}

/** Ends a process as a crash does, if it runs. */
export async function killed(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
