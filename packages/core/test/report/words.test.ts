import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'ts-classic'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/report/words/en/index.ts'
import type { Key, Mark } from '../../src/report/words/index.ts'
import { fill, lettersOf, words, wordsFrom } from '../../src/report/words/index.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const REPORT = 'packages/core/src/report'
const PAGE = 'packages/web/src'
const KEYS = Object.keys(en) as Key[]

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file))

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

const literals = new Map<string, readonly string[]>()

/**
 * The literals of a file, parsed once for all that ask; of a template its fixed stretches, with `*`
 * for what is put in.
 */
function literalsIn(file: string): readonly string[] {
  const known = literals.get(file) ?? parsedLiterals(file)
  literals.set(file, known)
  return known
}

function parsedLiterals(file: string): readonly string[] {
  const syntax = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) found.push(node.text)
    if (ts.isJsxText(node)) found.push(node.text.trim())
    if (ts.isTemplateExpression(node))
      found.push(
        [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('*')
      )
    ts.forEachChild(node, visit)
  }
  visit(syntax)
  return found
}

const PLURAL = /\{(\w+), plural,(?: (?:=\d+|\w+) \{[^{}]*\})+\}/g

/** The slots of a template; the forms of a plural are words in braces, too. */
const slotsOf = (template: string): readonly string[] => [
  ...new Set(
    [...template.replace(PLURAL, '{$1}').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  )
]

/** What describes the fields of documents is written for programmers, beside the fields. */
const isSaid = (file: string): boolean => !/(schema|schemas|shape|shapes|json)\.ts$/.test(file)

/** Long enough to be one, with words in it; neither style nor fonts. */
const isSentence = (literal: string): boolean =>
  literal.length >= 25 && / [a-z]{3}/.test(literal) && !/var\(--|^'/.test(literal)

describe('the catalogue', () => {
  it('holds each key once', () => {
    const written = filesIn(`${REPORT}/words/en`)
      .filter((file) => !file.endsWith('/index.ts'))
      .flatMap((file) => [...read(file).matchAll(/^ {2}(?:'([^']+)'|(\w+)):/gm)])
      .map(([, quoted, bare]) => quoted ?? bare)
    expect(written.length).toBeGreaterThan(300)
    expect([...written].sort()).toEqual([...KEYS].sort())
  })

  it('holds no sentence that nobody says', () => {
    const files = [...filesIn(REPORT), ...filesIn(PAGE)].filter(
      (file) => !file.includes('/words/en/') && !file.includes('/messages/')
    )
    const said = files.flatMap(literalsIn)
    const whole = new Set(said.filter((one) => !one.includes('*')))
    const patterns = [...new Set(said.filter((one) => /^[\w.-]*\*/.test(one)))]
      .filter((one) => one.replaceAll('*', '') !== '')
      .map((one) => new RegExp(`^${one.replaceAll('.', '\\.').replaceAll('*', '.+')}$`))
    const unsaid = KEYS.filter(
      (key) => !whole.has(key) && !patterns.some((pattern) => pattern.test(key))
    )
    expect(unsaid).toEqual([])
  })

  it('has every slot filled where it is named, and no brace left over', () => {
    for (const key of KEYS) {
      const template: string = en[key]
      const values = Object.fromEntries(
        slotsOf(template).map((name) => [
          name,
          template.includes(`{${name}, plural,`) ? 2 : `<${name}>`
        ])
      )
      const said = fill(template, values, 'en')
      expect(said, key).not.toMatch(/[{}]/)
      for (const [name, value] of Object.entries(values))
        if (typeof value === 'string') expect(said, `${key}: ${name}`).toContain(value)
    }
  })

  it('says each sentence once, for the reports and the page together', () => {
    const places = new Map<string, string[]>()
    for (const file of [...filesIn(REPORT), ...filesIn(PAGE)].filter(isSaid))
      for (const literal of literalsIn(file).filter(isSentence))
        places.set(literal, [...(places.get(literal) ?? []), file])
    expect(places.size).toBeGreaterThan(300)
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([])
  })

  it('is where the sentences of reports stand: their code holds none', () => {
    const code = filesIn(REPORT).filter(
      (file) => isSaid(file) && !/\/words\/en\/|(html|sarif)\.ts$/.test(file)
    )
    expect(code.length).toBeGreaterThan(50)
    expect(code.flatMap(literalsIn).filter(isSentence)).toEqual([])
  })
})

describe('words', () => {
  it('list names, choose plurals, and keep what marks a verdict', () => {
    const { list, say, rich } = words()
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c', 'd']].map(list)).toEqual([
      '',
      'a',
      'a and b',
      'a, b, c and d'
    ])
    expect([1, 3].map((n) => say('witness.others', { n }))).toEqual([
      'The other move it would like is met in the same way.',
      'The other 3 moves it would like are met in the same way.'
    ])
    const verdict: Mark = { verdict: 'likely', text: 'LIKELY' }
    const said = rich('verdict.line', { verdict: [verdict] })
    expect(said).toEqual([verdict, ' (on the line)'])
    expect(lettersOf(said)).toBe('LIKELY (on the line)')
  })

  it('take what a case says as it is, braces and all', () => {
    const { say } = words()
    expect(say('term', { issue: '{option}', option: '$&' })).toBe('{option}: $&')
  })

  it('of another language stand in the order it wants, in English where it has none', () => {
    const { say, list } = wordsFrom('de', {
      'list.last': '{list} und {next}',
      'ground.redline': 'Festigkeit {firmness}: {redline}'
    })
    expect(list(['a', 'b', 'c'])).toBe('a, b und c')
    expect(say('ground.redline', { redline: 'r', firmness: '0.90' })).toBe('Festigkeit 0.90: r')
    expect(say('repair.nobody')).toBe('nobody pays')
  })
})
