import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { strategyJson } from '../../src/report/strategy/strategy-json.ts'
import { strategyIn } from './case.ts'

// Nothing is drawn here: draws are told apart by the names of what they are of, so figures of draws
// may differ in their last digits under other names.
const TEXT = readFileSync('docs/method/strategy-example/case.yaml', 'utf8')
  .replace(/\[(-?[\d.]+), (-?[\d.]+), (-?[\d.]+)\]/g, '$2')
  .replace(
    '  north:\n    interests:',
    '  north:\n    redlines: [{id: held, never: {bridge: south}, firmness: 0.9, source: own}]\n    interests:'
  )

const documentOf = (text: string): unknown =>
  strategyJson(strategyIn(text, 50), { hash: 'sha256:0', findings: [] })

const RENAMED: Readonly<Record<string, string>> = {
  north: 'zulu',
  south: 'alpha',
  shells: 'rung-b',
  dam: 'rung-a',
  held: 'aaa',
  halves: 'text'
}

test('other names of parties, redlines, rungs and proposals change names alone', () => {
  const rename = (text: string): string =>
    text.replace(/(?<![\w-])[a-z]+(?![\w-])/g, (word) => RENAMED[word] ?? word)
  const other = rename(TEXT)
  expect(other).not.toBe(TEXT)
  expect(JSON.parse(rename(JSON.stringify(documentOf(TEXT))))).toEqual(documentOf(other))
})

/** With every list in one order and numbers to nine digits. */
function sorted(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(9))
  if (Array.isArray(value))
    return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, sorted(one)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
  )
}

/** The entries of a part of the file in the other order. */
function turned(text: string, part: string): string {
  const [before = '', rest = ''] = text.split(`\n${part}:\n`)
  const end = rest.search(/^\S/m)
  const [inside, after] = end < 0 ? [rest, ''] : [rest.slice(0, end), rest.slice(end)]
  const entries = inside.split(/^(?= {2}[a-z]+:)/m).map((entry) => entry.replace(/\n*$/, '\n'))
  expect(entries.length).toBe(2)
  return `${before}\n${part}:\n${entries.reverse().join('')}${after}`
}

test.each(['parties', 'issues', 'stances', 'proposals'])(
  'the order in which a file names its %s changes nothing but the order of lists',
  (part) => {
    const other = turned(TEXT, part)
    expect(other).not.toBe(TEXT)
    expect(sorted(documentOf(other))).toEqual(sorted(documentOf(TEXT)))
  }
)
