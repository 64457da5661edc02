import { exampleText } from '../../src/diagnostic/example.ts'

/** So many lines, each made from its number. */
export const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

const BOMB = [
  'a: &a [0, 0, 0, 0, 0, 0, 0, 0, 0]',
  ...['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map(
    ([from, to]) => `${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`
  )
].join('\n')

/** Texts made to hang a reader or to fill its memory, each with the codes it is refused with. */
export const HOSTILE: Readonly<Record<string, readonly [text: string, ...codes: string[]]>> = {
  'ten thousand keys': [many(10_000, (i) => `k${i}: 1`), 'SC001', 'YA013'],
  'five thousand parties': [
    exampleText({
      parties: `\n${many(5000, (i) => `p${i}: {name: P, kind: state, role: third}`)}`
    }),
    'RF001'
  ],
  'one key ten thousand times': [many(10_000, () => 'k: 1'), 'YA002', 'YA013'],
  'a billion laughs': [BOMB, 'YA006'],
  'an alias inside what it repeats': ['a: &a [*a, *a, *a]', 'YA005'],
  'open brackets': ['['.repeat(100_000), 'YA005'],
  'open brackets on lines of their own': ['[\n'.repeat(100_000), 'YA005'],
  'open brackets behind entries': [`a: [\n${'b, [\n'.repeat(100_000)}`, 'YA001'],
  'pairs of brackets': ['[]'.repeat(900_000), 'YA016'],
  'open braces': ['{a: '.repeat(100_000), 'YA005'],
  dashes: ['- '.repeat(100_000), 'YA005'],
  'question marks': ['? '.repeat(100_000), 'YA005'],
  colons: [': '.repeat(100_000), 'YA005'],
  'deep indentation': [many(1000, (i) => `${' '.repeat(i)}a:`), 'YA005'],
  'deep dashes': [many(1000, (i) => `${' '.repeat(i)}-`), 'YA005'],
  'dashes and indentation mixed': [
    many(60, (i) => `${' '.repeat(118 * i)}${'- '.repeat(59)}`),
    'YA005'
  ],
  tags: ['! '.repeat(900_000), 'YA015'],
  'anchors without names': ['& '.repeat(900_000), 'YA015'],
  aliases: [`a: &a 1\nb: [${'*a, '.repeat(400_000)}]`, 'YA015'],
  'question marks on lines of their own': ['? a\n'.repeat(400_000), 'YA015'],
  'dashes on lines of their own': ['- a\n'.repeat(400_000), 'YA016'],
  'words astray': ['{}'.repeat(70_000), 'YA001'],
  directives: ['%a\n'.repeat(600_000), 'YA014'],
  'a broken block after an empty line': ['\n 1 a: 1b: 1', 'YA001'],
  'line breaks': ['\n'.repeat(500_000), 'YA016'],
  documents: ['---\n'.repeat(100_000), 'YA015'],
  'eleven hundred names that do not exist among five thousand that do': [
    exampleText({
      sources: `\n${many(5000, (i) => `source-number-${i}: {title: a, kind: law}`)}`,
      rules: `\n${many(1100, (i) => `- {never: {water: full}, source: source-namber-${i}}`)}`
    }),
    'RF001',
    'YA013'
  ],
  'words of half a million letters': [
    exampleText({
      sources: `\n? ${'a'.repeat(500_000)}\n: {title: a, kind: law}`,
      stances: '{}',
      proposals: `{x: {title: a, by: ${'a'.repeat(500_000)}b, terms: {}}}`
    }),
    'RF001'
  ],
  'a chain of five thousand gates': [
    exampleText({
      gates: `\n${many(5000, (i) => `- {id: g${i}, when: {gate: g${i + 1}}}`)}\n- {id: g5000, when: {}}`
    })
  ],
  'a circle of five thousand gates': [
    exampleText({
      gates: `\n${many(5000, (i) => `- {id: g${i}, when: {gate: g${(i + 1) % 5000}}}`)}`
    }),
    'DT006'
  ],
  'a list of forty-five thousand': [
    exampleText({
      deliverables: '[{id: a, by: upland}]',
      gates: `[{id: g, when: {verified: [${'a, '.repeat(44_999)}a]}}]`
    })
  ],
  'five thousand judgements without a source': [
    exampleText({
      deliverables: `\n${many(5000, (i) => `- {id: d${i}, by: upland, caught: 1}`)}`
    }),
    'EV001'
  ],
  'five thousand amounts on a fine grid': [
    exampleText({
      issues: '{water: {title: W, divisible: {from: 0, to: 1000, step: 1}}}',
      stances: '{}',
      proposals: '{x: {title: x, terms: {water: 3}}}',
      rules: `\n${many(5000, (i) => `- {never: {water: ${i % 1000}}, source: talks}`)}`
    })
  ]
}

/** A case of 400 kB that looks like one somebody wrote: 30 parties, 60 issues, a reason at each judgement. */
export function largeCase(): string {
  const issues = 60
  const values = 'values: {a: 0, b: [20, 30, 45], c: [50, 60, 70], d: 100}'
  const because = `because: "${'as the minutes of that spring record at some length '.repeat(2)}"`
  return exampleText({
    parties: `\n${many(30, (i) => `party-${i}: {name: Party ${i}, kind: state, role: belligerent}`)}`,
    issues: `\n${many(issues, (i) => `issue-${i}: {title: Issue ${i}, ordered: true, options: {a: A, b: B, c: C, d: D}}`)}`,
    stances: `\n${many(30, (p) => `party-${p}:\n  interests:\n${many(issues, (i) => `    issue-${i}: {weight: [1, 2, 3], ${values}, source: talks, ${because}}`)}\n  no-deal: {base: [10, 20, 30], source: talks}`)}`,
    proposals: `\nplan:\n  title: The plan\n  by: talks\n  terms:\n${many(issues, (i) => `    issue-${i}: ${'abcd'.charAt(i % 4)}`)}`
  })
}
