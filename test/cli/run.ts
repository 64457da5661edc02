import { main } from '../../packages/cli/src/main.ts'

/** What a command line did: its output and exit code. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs a command line in this process, 80 columns wide, without colour, with `stdin` as its input.
 */
export async function run(argv: readonly string[], stdin = ''): Promise<Ran> {
  let [stdout, stderr] = ['', '']
  const code = await main(argv, {
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
    },
    stdin: async () => stdin,
    columns: 80,
    colour: false
  })
  return { code, stdout, stderr }
}
