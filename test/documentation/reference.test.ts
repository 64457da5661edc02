import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'ts-classic'
import { describe, expect, it } from 'vitest'
import { firstSentence, shapeOf } from '../../scripts/api/shape.ts'
import { withKeys } from '../../scripts/keys/documents.ts'
import { withLanguageKeys } from '../../scripts/keys/language.ts'
import { referencePages } from '../../scripts/reference.ts'

const folder = join(import.meta.dirname, '../../docs/reference')
const pages = referencePages()

describe('reference pages say what the source says', () => {
  it.each(Object.entries(pages))('%s', (name, text) => {
    const path = join(folder, name)
    const shown = existsSync(path) ? readFileSync(path, 'utf8') : ''
    expect(shown === text, 'run `npm run docs` and look at what changed').toBe(true)
  })

  it('and no page is left of a door that is gone', () => {
    const left = globSync('api/*.md', { cwd: folder }).filter((name) => !(name in pages))
    expect(left).toEqual([])
  })
})

describe('a table of keys', () => {
  const page = (which: string): string =>
    `a\n<!-- keys of ${which} -->\nbefore\n<!-- end of keys -->\nb`

  it('has a row for each key of the schema, its type and what it holds', () => {
    const text = withKeys(page('check.proposals.*.repairs.*'))
    expect(text).toMatch(/^a\n<!-- keys of [^\n]+\n\| key \|[\s\S]*\n<!-- end of keys -->\nb$/)
    expect(text).toContain('| `rank` | whole number | its place; repairs that cannot be told')
    expect(text).toContain('| `forcedBy` | text or `null` | the redline')
    expect(text).not.toContain('before')
  })

  it('is none of what has no keys, and none of keys that nobody describes', () => {
    expect(() => withKeys(page('check.proposal'))).toThrow('there is no proposal in')
    expect(() => withKeys(page('check.core'))).toThrow('has no keys')
    expect(() => withKeys(page('check.settings'))).toThrow('draws has no description')
  })

  it('of the language tells required keys from others', () => {
    const text = withLanguageKeys(page('the language'))
    expect(text).toContain('| a scenario | `title`, `p` | `source`, `numbers`, `because` |')
    expect(withLanguageKeys(page('the process'))).toContain(
      '| `tracks` | map | `kind`, `format`, `seats` |'
    )
  })
})

describe('the shape of a declaration', () => {
  const shaped = (text: string, name = 'a'): string => {
    const syntax = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true)
    return shapeOf(syntax.statements[0] as ts.Statement, name)
  }

  it('of a function ends where its code begins', () => {
    const text = 'export function a(/** In points. */ b = {}, c?: B): D {\n  return b\n}'
    expect(shaped(text)).toBe('function a( b = {}, c?: B): D')
    expect(shaped('export const a = <T>(b: T): T => b')).toBe('const a = <T>(b: T): T')
  })

  it('of a constant is its type, or the value where none is written', () => {
    expect(shaped('export const b = 1,\n  a: readonly A[] = [one]')).toBe('const a: readonly A[]')
    expect(shaped("export const a = ['x'] as const")).toBe("const a = ['x'] as const")
  })

  it('of a type leaves out what is said about its parts', () => {
    const text =
      'interface A {\n  // why\n  readonly b: number\n\n  /** What. */\n  readonly c: B\n}'
    expect(shaped(text)).toBe('interface A {\n  readonly b: number\n  readonly c: B\n}')
    expect(shaped('type A =\n  /** One. */\n  | B\n  /** Two. */\n  | C')).toBe(
      'type A =\n  | B\n  | C'
    )
  })

  it('of a class has neither private parts nor code', () => {
    const text =
      'class A extends B {\n  readonly c: C = new C()\n  private d = 1\n  #e = 2\n  constructor(f: F) {\n    super(f)\n  }\n  static async g(): Promise<G> {\n    return g\n  }\n}'
    const members = ['readonly c: C', 'constructor(f: F)', 'static async g(): Promise<G>']
    expect(shaped(text)).toBe(
      `class A extends B {\n${members.map((one) => `  ${one}\n`).join('')}}`
    )
    expect(shaped('export class A extends Error {}')).toBe('class A extends Error {\n}')
  })

  it('comes with the first sentence of its comment', () => {
    const said = (comment: string): string => {
      const text = `${comment}\nexport const a = 1`
      const syntax = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true)
      return firstSentence(syntax.statements[0] as ts.Statement)
    }
    expect(said('/**\n * A share, 0.5 at\n * most. More follows.\n */')).toBe(
      'A share, 0.5 at most.'
    )
    expect(said('/** No end */')).toBe('No end')
    expect(said('// not one')).toBe('')
  })
})
