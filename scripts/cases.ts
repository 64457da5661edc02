// The shipped cases and what the tool says about each: used by the generator and by the test that
// guards them.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { main } from '@truce/cli'

/** Every folder under cases/ that holds a case.yaml, in order. */
export async function allCases(root = 'cases'): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true })
  if (entries.some((entry) => entry.name === 'case.yaml')) return [root]
  const below = await Promise.all(
    entries.filter((entry) => entry.isDirectory()).map((entry) => allCases(join(root, entry.name)))
  )
  return below.flat().sort()
}

/** The cases that are there to be read: all but those of the back-test. */
export const casesToRead = async (): Promise<readonly string[]> =>
  (await allCases()).filter((folder) => !isScoring(folder))

const isScoring = (folder: string): boolean => folder.startsWith(join('cases', 'backtest'))

/**
 * The expected files of a case: the report as text, and the JSON document with its numbers in six
 * digits. Of the many small cases of the back-test the summary is enough. The report costs as much again as the
 * document: it may be left out.
 */
export async function expectedFiles(
  folder: string,
  { told = true } = {}
): Promise<Readonly<Record<string, string>>> {
  if (isScoring(folder)) return { 'check.txt': await printed(['check', folder, '--summary']) }
  const json = await printed(['check', folder, '--format', 'json'])
  const document = { 'check.json': `${JSON.stringify(inSixDigits(JSON.parse(json)), null, 2)}\n` }
  return told ? { ...document, 'check.txt': await printed(['check', folder, '--notes']) } : document
}

/** What a command line prints on stdout, 80 columns wide and without colour. */
export async function printed(argv: readonly string[]): Promise<string> {
  let out = ''
  const code = await main(argv, {
    stdout: (part) => {
      out += part
    },
    stderr: (part) => {
      out += part
    },
    stdin: async () => '',
    columns: 80,
    colour: false
  })
  return `${out}exit code ${code}\n`.replace(argv.includes('json') ? /exit code \d+\n$/ : /$^/, '')
}

/** What comes of a value in JSON, its numbers in six digits. */
export const inSixDigits = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'number' ? Number(part.toPrecision(6)) : part
  )
