import { SCAN_LIMITS, scanYaml } from '../../src/case/scan-yaml.ts'
import { exampleText } from '../../src/diagnostic/example.ts'

/** Stretches of YAML that cost a reader something when they stand a hundred thousand times. */
const FRAGMENTS: readonly string[] = [
  ...['! ', '!a ', '!!b', '!<c> ', '&', '& ', '&a ', '&b', '*', '* ', '*a ', '*b,'],
  ...['? ', '?', '- ', '-', ': ', ':', ', ', ',', '[', ']', '{', '}', '[]', '{}', '[],', '{},'],
  ...['\n', '\n\n', '\r\n', ' ', '  ', '\t', '\n ', '\n  ', '\n\t', '\u00a0', '\u2028', '\ufeff'],
  ...['"', '""', "'", "''", '" ', '"\n', '"a" ', '"\\', '"\\n"', '|', '|\n', '>\n', '|2-\n', '> a'],
  ...['#', ' #', '# a\n', '%', '%a\n', '---', '---\n', '...\n', '--- ', '@', '`', '~', '<<: *a'],
  ...[
    'a',
    'a ',
    'a: ',
    '*a, ',
    'a: b\n',
    'a: a: ',
    '"a": ',
    '? a\n',
    ': a\n',
    '- a\n',
    '- - a\n',
    '0, '
  ],
  ...['a: &a\n', 'a: !\n', 'a: |\n', 'a: [\n', 'a: {\n', ']\n', '}\n', '[a: b, ', '{a: ', '1e9 '],
  ...['because: "', 'title: a', 'source: talks', '{water: half}', '2024-05-01', '__proto__: ']
]

/** Where a long stretch is laid: alone, as a value, as a map's or a list's entries, in a text. */
const FRAMES: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['a: ', ''],
  ['a: [', ']'],
  ['a: {', '}'],
  ['a: "', '"'],
  ['a: |\n  ', '\n'],
  ['x: &a [0, 0]\na: [', ']'],
  [`x: &a [${'0, '.repeat(90)}]\na: [`, ']'],
  ['- ', '\n'],
  ['# ', `\n${exampleText({})}`],
  [`${exampleText({ proposals: '' })}proposals: {`, '}'],
  [`${exampleText({ rules: '' })}rules:\n  `, '\n'],
  [`${exampleText({ sources: '' })}sources:\n  `, '\n'],
  [`${exampleText({ title: '' })}title: `, '\n'],
  [exampleText({}), '\n']
]

/** A text made to keep a reader busy, and how it was made. */
export interface Crafted {
  readonly what: string
  readonly text: string
}

/**
 * One to four fragments, with a number in some, repeated in one of the frames: to `length`, or half
 * the time to what the scan just lets pass, which is where the parser has most to do.
 */
export function crafted(random: () => number, length: number): Crafted {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const unit = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(FRAGMENTS)).join('')
  const [before, after] = pick(FRAMES)
  const numbered = random() < 0.3
  const body = (times: number): string =>
    numbered
      ? Array.from({ length: times }, (_, k) => unit.replace('a', `a${k}`)).join('')
      : unit.repeat(times)
  const most = Math.floor(
    (length - before.length - after.length) / (unit.length + (numbered ? 5 : 0))
  )
  const passing = Math.floor(
    (SCAN_LIMITS.pieces / (piecesIn(before + body(80)) - piecesIn(before + body(40)) + 1)) *
      40 *
      0.95
  )
  const times = random() < 0.5 ? most : Math.min(most, passing)
  const what = `${JSON.stringify(unit)} ${times} times${numbered ? ', numbered,' : ''} behind ${JSON.stringify(before.slice(-24))}`
  return { what, text: `${before}${body(times)}${after}` }
}

function piecesIn(text: string): number {
  const pieces = { left: SCAN_LIMITS.pieces }
  scanYaml(text, pieces)
  return SCAN_LIMITS.pieces - pieces.left
}
