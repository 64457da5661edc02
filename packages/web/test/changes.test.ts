import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changesBetween } from '../src/state/changes.ts'
import { setAt } from '../src/state/yaml-edit.ts'

const FLAGSHIP = 'cases/ukraine/2024-maitra'
const flagship = readdirSync(FLAGSHIP, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(FLAGSHIP, name), 'utf8') }))

describe('what changed between two texts of a case', () => {
  it('is what was set, by the ids of the items', () => {
    const at = 'stances/russia/redlines/no-nato/firmness'
    const after = setAt(flagship, at, [0.5, 0.6])
    expect(changesBetween(flagship, after)).toMatchObject([
      { kind: 'changed', at, to: '[0.5, 0.6]' }
    ])
    expect(changesBetween(after, flagship)).toMatchObject([
      { kind: 'changed', at, from: '[0.5, 0.6]' }
    ])
  })

  it('is said once of an entry that came or went, and of a list by its items', () => {
    const source = { title: 'New', kind: 'assumption' }
    const added = setAt(flagship, 'sources/new-one', source)
    expect(changesBetween(flagship, added)).toEqual([{ kind: 'added', at: 'sources/new-one' }])
    const gone = setAt(flagship, 'stances/russia/redlines/no-nato', undefined)
    expect(changesBetween(flagship, gone)).toEqual([
      { kind: 'removed', at: 'stances/russia/redlines/no-nato' }
    ])
  })

  it('is nothing where only comments, layout or the division into files differ', () => {
    const [first, ...rest] = flagship
    const commented = [{ name: first?.name ?? '', text: `# new\n\n${first?.text}` }, ...rest]
    expect(changesBetween(flagship, commented)).toEqual([])
    const [a, b] = ['a: {x: 1}\n', 'b:\n  y: 2 # two\n']
    const apart = [
      { name: '1.yaml', text: a },
      { name: '2.yaml', text: b }
    ]
    expect(changesBetween(apart, [{ name: '3.yaml', text: b + a }])).toEqual([])
  })

  it('is said as far as a text can be read', () => {
    const broken = [{ name: 'a.yaml', text: 'a: [' }]
    expect(changesBetween(broken, broken)).toEqual([])
  })
})
