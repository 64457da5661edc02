import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import ts from 'ts-classic'
import { describe, expect, it } from 'vitest'
import { type Known, keyOf, type Mutant, mutantsOf, sampleOf } from '../scripts/mutate/mutants.ts'
import { againAfter } from '../scripts/mutate/run.ts'
import { SWITCH, woven } from '../scripts/mutate/weave.ts'

const root = join(import.meta.dirname, '..')

/** What a line may become. */
const becomes = (source: string): readonly string[] =>
  mutantsOf('a.ts', source).map((mutant) => mutant.becomes)

describe('mutants', () => {
  it.each([
    ['const a = b < c', ['const a = (b) <= (c)', 'const a = (b) >= (c)']],
    ['const a = b === c', ['const a = (b) !== (c)']],
    ['const a = b - c', ['const a = (b) + (c)']],
    ['a += b', ['', 'a -= b']],
    ['const a = b ?? c', ['const a = (b) && (c)']],
    ['const a = !b', ['const a = !!(b)']],
    ['const a = b ? c : d', ['const a = !(b) ? c : d']],
    ['const a = 1', ['const a = 2', 'const a = 0']],
    ['const a = [b]', ['const a = []']],
    ['const a = b.some(c)', ['const a = b.every(c)']],
    ['const a = b.filter(c)', ['const a = (b)']],
    ['const a = Math.min(b, c)', ['const a = Math.max(b, c)']],
    ['if (a) throw Error(1 + b)', ['if (!(a)) throw Error(1 + b)', 'if (a)']],
    [
      'for (;;) if (a) continue',
      ['!(a)', 'false', 'true'].map((c) => `for (;;) if (${c}) continue`)
    ]
  ])('of %s', (source, wanted) => {
    expect(becomes(source)).toEqual(expect.arrayContaining([...wanted]))
  })

  it.each([
    'type A = 1 | 2',
    "import { a } from './1.ts'",
    'const a = b.toString(c)',
    'a?.b.filter(c)'
  ])('leave alone: %s', (source) =>
    expect(becomes(source).filter((line) => line !== '')).toEqual([])
  )

  it('are known by their text, so that a sample stays when lines move', () => {
    const source = 'const a = b < c\nconst d = e + f\nconst g = h && i\n'
    const sample = (text: string): readonly string[] =>
      sampleOf(mutantsOf('a.ts', text), { seed: 1, size: 2 }).map(keyOf)
    expect(sample(`// a line more\n${source}`)).toEqual(sample(source))
    expect(sample(source)).toHaveLength(2)
  })
})

/** Runs a text with all its mutants in it, of which one is on, or none. */
function run(source: string, on: number): unknown {
  // Whatever order they are sampled in.
  const mutants = mutantsOf('a.ts', source)
    .map((mutant: Mutant, id) => ({ id, mutant }))
    .reverse()
  const { outputText } = ts.transpileModule(woven(source, mutants), {
    compilerOptions: { target: ts.ScriptTarget.ESNext }
  })
  return Function(SWITCH, `${outputText}\nreturn result`)((id: number) => id === on)
}

describe('a text with all mutants in it', () => {
  const source = `let result = [1, 2].filter((n) => n > 1).length
if (result < 0) result -= 3
else result = result * 4 + (result > 0 && result < 9 ? 5 : 6)
result++
Math.max(0, 1)
`
  it('does what it did while none is on', () => expect(run(source, -1)).toBe(10))

  it('does what each mutant alone does', () => {
    for (const [id, { start, end, text }] of mutantsOf('a.ts', source).entries()) {
      const changed = `${source.slice(0, start)}${text ?? ';'}${source.slice(end)}`
      const alone: unknown = Function(
        `${ts.transpileModule(changed, {}).outputText}\nreturn result`
      )()
      expect(run(source, id), changed).toEqual(alone)
    }
  })
})

it('of a run, what lived may be tried again, and is counted with what was killed before', () => {
  const [killed, lives, equal, gone] = ['a', 'b', 'c', 'd'].map((was) => ({
    file: 'a.ts',
    in: '',
    was,
    becomes: ''
  })) as [Known, Known, Known, Known]
  const before = { date: '2026-11-28', commit: 'abc', seed: 3, sample: 12, equivalent: 2 }
  const last = { ...before, killed: 6, survived: 4, score: 0.6 }
  const now = { all: [killed, lives, lives, equal], equivalent: new Set([keyOf(equal)]) }
  expect(
    againAfter({ ...last, survivors: [killed, lives, equal, gone] }, { ...now, alive: [lives] })
  ).toEqual({
    again: 'abc',
    seed: 3,
    sample: 12,
    equivalent: 3,
    gone: 1,
    killed: 7,
    survived: 1,
    score: 0.875,
    survivors: [lives]
  })
})

it('the command kills what a test sees, tells what lives, and ends what would not', () => {
  const args = ['scripts/mutate.ts', '--folder', 'test/mutation/clamp.ts', '--workers', '1']
  const tests = ['--tests', 'test/mutation/*.fixture.ts']
  // A run keeps nothing that a run over the same mutants in another order would read.
  for (const seed of ['1', '2']) {
    const said = execFileSync(process.execPath, [...args, ...tests, '--seed', seed], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'test', VITEST: '' }
    })
    const alive = [...said.matchAll(/^ {2}\+ ?(.*)$/gm)].map(([, line]) => line).sort()
    // The first is equal to the original; no test looks at the list.
    expect(alive).toEqual(['', 'if ((value) <= (low)) return low', 'seen.unshift(value)'])
    expect(said).toMatch(/, 3 survived: \d\d\.\d %/)
  }
}, 240_000)
