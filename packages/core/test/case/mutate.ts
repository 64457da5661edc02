/** Random numbers from a seed (mulberry32), so that every mutant can be made again. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Words that mean something to YAML, to the case language, or to JavaScript. */
export const HOSTILE_TOKENS: readonly string[] = [
  '\0',
  '\uFFFD',
  '\uFEFF',
  '\u2028',
  '\ud83d',
  '\t',
  '\r',
  '\n',
  '\n  ',
  ' ',
  '𝕏',
  '{',
  '}',
  '[',
  ']',
  '- ',
  '? ',
  ': ',
  ', ',
  '|\n',
  '>-\n',
  '"',
  "'",
  '\\',
  '#',
  ' #',
  '`',
  '@',
  '&a ',
  '*a',
  '*a *a',
  '&a [*a, *a]',
  '!!x ',
  '!y ',
  '<<: ',
  '<<: *a',
  '\n---\n',
  '\n...\n',
  '%YAML 1.1\n---\n',
  '__proto__: 1',
  '{constructor: 1}',
  'toString',
  'hasOwnProperty',
  '~',
  'null',
  'true',
  'no',
  '.inf',
  '-.inf',
  '.nan',
  '-0',
  '1e999',
  '0x10',
  '0o17',
  '99999999999999999999',
  '-1',
  '101',
  '50%',
  '-5%',
  '[]',
  '{}',
  '[1]',
  '[3, 2, 1]',
  '[1, 2, 3, 4]',
  '{a: b}',
  '{"": 1}',
  'note',
  'note: x\n',
  'all',
  'any: []',
  'not: {}',
  'if: {}',
  'iff: [{}, {}]',
  '{scenario: drought}',
  '[{if: {scenario: x}, is: 1}, 2]',
  '{at-least: half}',
  '{at-most: third, at-least: full}',
  '{first: half, then: full, chance: 1}',
  '{after: ceasefire, days: 1}',
  '{after: gate.study}',
  '2024-02-30',
  '"2025-03-30T03:30[Europe/Kyiv]"',
  '"24:00[Mars/Base]"',
  'P',
  'PT1H',
  'terms',
  'outcomes',
  'graph: {}\n',
  'stances: []\n',
  'upland',
  'water',
  'talks'
]

type Mutation = (text: string, random: () => number, others: readonly string[]) => string

const below = (limit: number, random: () => number): number => Math.floor(random() * limit)
const pick = <T>(list: readonly T[], random: () => number): T =>
  list[below(list.length, random)] as T

/** A stretch of the text: a few letters, a token, or a line. */
function stretch(text: string, random: () => number): readonly [number, number] {
  const start = below(text.length + 1, random)
  const kind = below(3, random)
  if (kind === 0) return [start, Math.min(text.length, start + 1 + below(6, random))]
  const pattern = kind === 1 ? /[\w.%-]+|[^\w\s]/g : /[^\n]*\n?/g
  pattern.lastIndex = start
  const match = pattern.exec(text)
  return match ? [match.index, match.index + match[0].length] : [start, text.length]
}

const splice = (text: string, [start, end]: readonly [number, number], instead: string): string =>
  text.slice(0, start) + instead + text.slice(end)
const part = (text: string, random: () => number): string =>
  text.slice(...(stretch(text, random) as [number, number]))

function lines(
  text: string,
  random: () => number,
  change: (lines: string[], at: number) => void
): string {
  const all = text.split('\n')
  change(all, below(all.length, random))
  return all.join('\n')
}

const MUTATIONS: readonly Mutation[] = [
  (text, random) => splice(text, stretch(text, random), ''),
  (text, random) => splice(text, stretch(text, random), pick(HOSTILE_TOKENS, random)),
  (text, random) => splice(text, stretch(text, random), part(text, random)),
  (text, random, others) => splice(text, stretch(text, random), part(pick(others, random), random)),
  (text, random) => {
    const [start] = stretch(text, random)
    return splice(text, [start, start], pick(HOSTILE_TOKENS, random))
  },
  (text, random) => {
    const [start, end] = stretch(text, random)
    return splice(text, [end, end], text.slice(start, end))
  },
  (text, random) =>
    splice(
      text,
      stretch(text, random),
      String.fromCharCode(below(random() < 0.9 ? 128 : 65_536, random))
    ),
  (text, random) => lines(text, random, (all, at) => all.splice(at, 1)),
  (text, random) =>
    lines(text, random, (all, at) => all.splice(below(all.length, random), 0, all[at] ?? '')),
  (text, random) =>
    lines(text, random, (all, at) => all.splice(at, 2, all[at + 1] ?? '', all[at] ?? '')),
  (text, random) =>
    lines(text, random, (all, at) =>
      all.splice(at, 1, random() < 0.5 ? `  ${all[at]}` : (all[at] ?? '').slice(2))
    ),
  (text, random) => text.slice(0, below(text.length + 1, random)),
  (text, random) =>
    text.replaceAll(
      pick(text.match(/[\w-]+/g) ?? [' '], random),
      pick(text.match(/[\w-]+/g) ?? HOSTILE_TOKENS, random)
    )
]

/**
 * One to four changes to a text: letters, tokens, lines or keys deleted, doubled, swapped, or
 * replaced by hostile ones.
 */
export function mutate(text: string, random: () => number, others: readonly string[]): string {
  let changed = text
  for (let count = random() < 0.5 ? 1 : 2 + below(3, random); count > 0; count--)
    changed = pick(MUTATIONS, random)(changed, random, others)
  return changed
}
