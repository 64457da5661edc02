import { execFile } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run as runHere } from './cli/run.ts'
import {
  anchors,
  type Example,
  examples,
  type Link,
  links,
  withOutput,
  words
} from './documentation/markdown.ts'
import { outputsOf, programOf, steps, withPrinted } from './documentation/programs.ts'

const root = join(import.meta.dirname, '..')
const update = process.env['UPDATE_DOCS'] === '1'
const node = join(root, 'node_modules', '.bin', 'node')
const truce = 'packages/cli/bin/truce.js'
/** Commands are run in this process, but one by the program itself: it shows that both print the same. */
const BY_PROGRAM = 'check docs/method/example'

/** Vitest may colour by itself; what stands in a page is what a pipe gets. */
const { FORCE_COLOR: _, ...inherited } = process.env
const environment = { ...inherited, NO_COLOR: '1', COLUMNS: '80', TZ: 'UTC' }

const anchorsKnown = new Map<string, ReadonlySet<string>>()

const shown = pages('README.md', 'docs/**/*.md')
const linked = [
  ...shown,
  ...pages('CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'cases/**/README.md')
]
const shownExamples = shown.flatMap((page) =>
  examples(read(page)).map((example) => ({ ...example, page }))
)

describe('links lead somewhere', () => {
  it.each(linked)('in %s', (page) => {
    const dead = links(read(page)).flatMap((link) => problem(page, link))
    if (dead.length > 0) expect.fail(dead.join('\n'))
  })
})

describe('examples print what the page shows', () => {
  it.each(shownExamples)('$page:$line truce $command', async (example) => {
    const output = await run(example)
    if (update) rewrite(example, output)
    else expect(output, 'run with UPDATE_DOCS=1 to rewrite the page').toBe(tidy(example.output))
    expect(output, 'timings differ from run to run').not.toMatch(
      /\b\d{1,3}(?:\.\d+)?\s?(?:ms|milliseconds?|s|seconds?)\b/
    )
    expect(output, 'a path of this machine').not.toContain(root)
  })

  it('has one that the program itself prints too', () => {
    expect(shownExamples.map(({ command }) => command)).toContain(BY_PROGRAM)
  })

  it('finds the examples of a page', () => {
    const text =
      '# Try\n\n```console\n$ npx truce explain "A 1"\na\nb\n```\n\n```console\n$ ls\n```\n'
    const [example, ...others] = examples(text)
    expect(example).toMatchObject({ command: 'explain "A 1"', output: 'a\nb\n', line: 3 })
    expect(others).toEqual([])
    expect(words(example?.command ?? '')).toEqual(['explain', 'A 1'])
    expect(withOutput(example as Example, 'a\nb\n')).toBe(example?.block)
  })
})

describe('programs print what the page shows', () => {
  const programs = pages('docs/howto/*.md').filter((page) => steps(read(page)).length > 0)

  it.concurrent.each(programs)('%s', async (page) => {
    const all = steps(read(page))
    const outputs = outputsOf(await runProgram(programOf(all)))
    if (update) rewriteSteps(page, outputs)
    else
      for (const [index, { output, line }] of all.entries())
        expect(outputs[index], `line ${line}: UPDATE_DOCS=1 rewrites the page`).toBe(output)
  })

  it('finds the steps of a page', () => {
    const page = 'a\n```ts\none()\n```\n```text\n1\n```\n\n```ts\ntwo()\n```\n\nb ```ts\n'
    const all = steps(page)
    expect(all.map(({ code, output, line }) => [code, output, line])).toEqual([
      ['one()\n', '1\n', 2],
      ['two()\n', '', 9]
    ])
    expect(all.map((step) => withPrinted(step, step.output))).toEqual(all.map(({ block }) => block))
  })

  it('and tells their outputs apart', async () => {
    const all = steps(
      '```ts\nconsole.log(1)\n```\n```ts\nlet a: number\n```\n```ts\nconsole.log(2)\n```\n'
    )
    expect(outputsOf(await runProgram(programOf(all)))).toEqual(['1\n', '', '2\n'])
  })
})

describe('what counts as a link', () => {
  it('is inline or by reference, and neither code nor elsewhere', () => {
    const text =
      '[a](x.md#y) `[b](no)` ![c](<d e.png> "t")\n```\n[f](no)\n```\n[g]: h.md\n[i](https://j.org)'
    expect(links(text)).toEqual([
      { target: 'x.md#y', line: 1 },
      { target: 'd e.png', line: 1 },
      { target: 'h.md', line: 5 }
    ])
  })
  it('reaches the headings by the anchors that GitHub gives them', () => {
    const text =
      '# `truce check`: [how](x.md), why?\n## Same\n## Same\n```\n# not one\n```\n<a id="own"></a>'
    expect([...anchors(text)]).toEqual(['truce-check-how-why', 'same', 'same-1', 'own'])
  })
  it('is dead when the file, the anchor or the repository ends', () => {
    const dead = ['nowhere.md', '#nowhere', '../elsewhere'].map((target) =>
      problem('CONTRIBUTING.md', { target, line: 1 })
    )
    expect(dead.map((found) => found.length)).toEqual([1, 1, 1])
  })
})

function pages(...patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) =>
    globSync(pattern, { cwd: root })
      .map((path) => path.split(sep).join('/'))
      .sort()
  )
}

/** The anchors of a page: hundreds of links lead to the same few. */
function anchorsOf(page: string): ReadonlySet<string> {
  const known = update ? undefined : anchorsKnown.get(page)
  const found = known ?? anchors(read(page))
  anchorsKnown.set(page, found)
  return found
}

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8')
}

function problem(page: string, { target, line }: Link): readonly string[] {
  const [path = '', anchor] = decodeURIComponent(target).split('#')
  const file = path === '' ? join(root, page) : resolve(root, dirname(page), path)
  const inside = relative(root, file)
  if (inside.startsWith('..') || !existsSync(file))
    return [`${page}:${line} ${target} does not exist`]
  if (!anchor || !file.endsWith('.md') || anchorsOf(inside).has(anchor)) return []
  return [`${page}:${line} ${target}: no heading of ${inside} has this anchor`]
}

/**
 * What the command prints, answers of "no" included; a command that could not run documents
 * nothing.
 */
async function run({ command }: Example): Promise<string> {
  const inside = await runHere(words(command))
  if (inside.code === 1) expect.fail(inside.stderr)
  const output = tidy(inside.stdout + withoutProgress(inside.stderr))
  if (command === BY_PROGRAM) expect(tidy(await byProgram(words(command)))).toBe(output)
  return output
}

function byProgram(argv: readonly string[]): Promise<string> {
  return new Promise((done) => {
    execFile(node, [truce, ...argv], { cwd: root, env: environment }, (_, stdout, stderr) =>
      done(stdout + stderr)
    )
  })
}

/** How far a run has come is told by the clock, so it belongs to no example. */
const withoutProgress = (stderr: string): string =>
  stderr.replace(/^[\d,]+ of [\d,]+ draws\n/gm, '')

/** What a program prints that stands in the root of the repository; it must end well. */
function runProgram(program: string): Promise<string> {
  return new Promise((done, fail) => {
    const options = { cwd: root, env: environment }
    const child = execFile(node, ['--input-type=module-typescript'], options, (error, stdout) =>
      error ? fail(error) : done(stdout)
    )
    child.stdin?.end(program)
  })
}

function rewriteSteps(page: string, outputs: readonly string[]): void {
  const text = steps(read(page)).reduce(
    (before, step, index) =>
      before.replace(step.block, () => withPrinted(step, outputs[index] ?? '')),
    read(page)
  )
  writeFileSync(join(root, page), text)
}

function tidy(output: string): string {
  const text = output.replace(/[^\S\n]+$/gm, '').trimEnd()
  return text === '' ? '' : `${text}\n`
}

function rewrite(example: Example & { readonly page: string }, output: string): void {
  const text = read(example.page).replace(example.block, () => withOutput(example, output))
  writeFileSync(join(root, example.page), text)
}
