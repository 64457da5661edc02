import { mergeCase } from '@truce/core/merge'
import { describe, expect, it } from 'vitest'

const merged = (base: string, mine: string, theirs: string, name = 'case.yaml') =>
  mergeCase({
    base: [{ name, text: base }],
    mine: [{ name, text: mine }],
    theirs: [{ name, text: theirs }]
  })

const BASE = `# A case
parties:
  north: {name: North, kind: state} # as it calls itself
  south:
    name: South
    kind: state
issues:
  - id: border
    options: [open, closed]
  # on weapons
  - id: arms
    weight: {low: 1, high: 3}
`

describe('the text', () => {
  it('has both changes, be they within one line or in another layout, and the remarks of both', () => {
    const mine = BASE.replace('name: North', 'name: The North')
      .replace('high: 3}', 'high: 4}\n  # found by me\n  - id: water\n    options: [a]')
      .replace('name: South', 'name: South # said by itself')
    const theirs = BASE.replace('kind: state}', 'kind: bloc}')
      .replace(/ south:\n.*\n.*\n/, ' south: {name: South, kind: bloc}\n')
      .replace('  # on weapons\n', '  - id: sea\n    options: [b]\n  # on weapons\n')
    const { files, conflicts, changes } = merged(BASE, mine, theirs)
    expect(conflicts).toEqual([])
    expect(changes).toEqual({ mine: 3, theirs: 3 })
    expect(files[0]?.text).toBe(`# A case
parties:
  north: {name: The North, kind: bloc} # as it calls itself
  # said by itself
  south: {name: South, kind: bloc}
issues:
  - id: border
    options: [open, closed]
  - id: sea
    options: [b]
  # on weapons
  - id: arms
    weight: {low: 1, high: 4}
  # found by me
  - id: water
    options: [a]
`)
  })

  it('is theirs to the letter but for what mine changed', () => {
    const theirs = BASE.replace('# A case', '# A  case\n\n').replace('low: 1,', 'low:   1 ,')
    const { files } = merged(BASE, BASE.replace('closed', 'shut'), theirs)
    expect(files[0]?.text).toBe(theirs.replace('closed', 'shut'))
  })
})

describe('a conflict', () => {
  it('is told with its place, what each text says, and what each side did', () => {
    const { files, conflicts } = merged(
      BASE,
      BASE.replace('high: 3', 'high: 4'),
      BASE.replace('high: 3', 'high: 5')
    )
    expect(conflicts).toEqual([
      {
        key: 'case.yaml:value:issues/arms/weight/high',
        file: 'case.yaml',
        what: 'value',
        at: 'issues/arms/weight/high',
        path: 'issues · arms · weight · high',
        ...{ base: '3', mine: '4', theirs: '5' },
        who: { mine: 'changed', theirs: 'changed' },
        taken: 'theirs'
      }
    ])
    expect(files[0]?.text).toBe(BASE.replace('high: 3', 'high: 5'))
  })

  it.each([
    ['mine removed', ['removed', 'changed']],
    ['theirs removed', ['changed', 'removed']]
  ])('is what one side removed and the other changed: %s', (which, [mine, theirs]) => {
    const without = BASE.replace(/ {2}south:\n.*\n.*\n/, '')
    const changed = BASE.replace('name: South', 'name: The South')
    const sides = which.startsWith('mine')
      ? ([without, changed] as const)
      : ([changed, without] as const)
    const { conflicts, files } = merged(BASE, ...sides)
    expect(conflicts).toMatchObject([{ at: 'parties/south', who: { mine, theirs } }])
    expect(files[0]?.text).toBe(sides[1])
  })

  it('is an entry that both made under one id, as a whole', () => {
    const entry = (low: number): string => `${BASE}  - id: sea\n    weight: {low: ${low}}\n`
    expect(merged(BASE, entry(1), entry(1)).conflicts).toEqual([])
    expect(merged(BASE, entry(1), entry(2)).conflicts).toMatchObject([
      { at: 'issues/sea', who: { mine: 'added', theirs: 'added' } }
    ])
  })

  it('is an order that both changed; one that one side changed stands', () => {
    const list = (...ids: readonly string[]): string =>
      `issues:\n${ids.map((id) => `  - {id: ${id}, a: 1}\n`).join('')}`
    const [base, mine, theirs] = [list('p', 'q', 'r'), list('q', 'p', 'r'), list('p', 'r', 'q')]
    expect(merged(base, mine, theirs).conflicts).toMatchObject([
      { what: 'order', at: 'issues', base: 'p, q, r', mine: 'q, p, r', theirs: 'p, r, q' }
    ])
    const { files, conflicts } = merged(base, mine, base.replace('r, a: 1', 'r, a: 2'))
    expect(conflicts).toEqual([])
    expect(files[0]?.text).toBe(mine.replace('r, a: 1', 'r, a: 2'))
  })

  it('is a file that one removed and the other changed; a new one comes in', () => {
    const a = { name: 'a.yaml', text: 'a: 1\n' }
    const b = { name: 'b.yaml', text: 'b: 1\n' }
    const changed = { ...a, text: 'a: 2\n' }
    const result = mergeCase({ base: [a], mine: [b], theirs: [changed] })
    expect(result.files).toEqual([changed, b])
    expect(result.conflicts).toMatchObject([{ what: 'file', file: 'a.yaml' }])
    const chosen = new Set(result.conflicts.map(({ key }) => key))
    expect(mergeCase({ base: [a], mine: [b], theirs: [changed] }, chosen).files).toEqual([b])
  })
})

describe('what has no fields', () => {
  it.each(['lines.geojson', 'broken.yaml'])('is compared by lines: %s', (name) => {
    const [first, middle, last] = ['{ "a": [\n', '1,\n', '2] : \n']
    const base = first + middle + last
    const { files, conflicts } = merged(base, `${base}mine\n`, `theirs\n${base}`, name)
    expect([files[0]?.text, conflicts]).toEqual([`theirs\n${base}mine\n`, []])
    const both = merged(base, base.replace('1', '3'), base.replace('1', '4'), name)
    expect(both.conflicts).toMatchObject([
      { what: 'lines', at: '2-2', base: '1,\n', mine: '3,\n', theirs: '4,\n' }
    ])
    expect(both.files[0]?.text).toBe(base.replace('1', '4'))
  })

  it.each([
    ['too deep', (n: string) => `${'['.repeat(5000)}${n}`],
    ['too long', (n: string) => `a: ${n}${'x'.repeat(2_000_001)}`],
    ['of aliases', (n: string) => `a: &a [${n}]\nb: [${'*a,'.repeat(5000)}]\n`],
    ['forbidden keys', (n: string) => `__proto__: {x: ${n}}\nconstructor: ${n}\n`],
    ['binary', (n: string) => `a: \0${n}`]
  ])('is taken as a whole where nothing else can be done, and nobody is harmed: %s', (_, text) => {
    const { files, conflicts } = merged(text('1'), text('2'), text('3'))
    expect(files[0]?.text).toBe(text('3'))
    expect(conflicts.length).toBeGreaterThan(0)
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  it('is soon done with texts that have nothing in common', () => {
    const lines = (salt: number): string =>
      Array.from({ length: 20_000 }, (_, i) => `${salt} ${i * salt}\n`).join('')
    const { conflicts } = merged(lines(3), lines(5), lines(7), 'a.geojson')
    expect(conflicts).toMatchObject([{ what: 'file' }])
  })
})
