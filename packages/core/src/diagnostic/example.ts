import type { Example } from './diagnostic.ts'

/**
 * A small invented case on which examples are laid: two states share a river. Top-level keys in the
 * order of the file, each with its YAML text. Nothing is found in it: no error, no warning, no
 * note.
 */
export const EXAMPLE_BASE: Readonly<Record<string, string>> = {
  truce: '1',
  title: 'Two states and the river they share',
  'as-of': '2024-06-01',
  sources: '{talks: {title: Minutes of the river talks, kind: statement, date: 2024-05}}',
  parties: `
    upland: {name: Upland, kind: state, role: belligerent}
    lowland: {name: Lowland, kind: state, role: belligerent}`,
  issues: `
    water:
      title: Water let through in summer
      ordered: true
      options: {third: A third, half: One half, full: All of it}`,
  stances: `
    upland:
      interests:
        water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}
      no-deal: {base: [20, 30, 40], source: talks}
    lowland:
      interests:
        water: {weight: 1, values: {third: 0, half: 60, full: 100}, source: talks}
      no-deal: {base: [10, 20, 30], source: talks}`,
  proposals: `
    halves: {title: Half each, by: talks, terms: {water: half}}`
}

/**
 * The file behind an example: a whole file as it stands, or the example's keys laid over
 * `EXAMPLE_BASE`. A key whose text is empty is left out.
 */
export function exampleText(example: Example): string {
  return typeof example === 'string' ? example : textOfKeys({ ...EXAMPLE_BASE, ...example })
}

/**
 * What to print of an example: only the keys laid over the base, a left-out key as a remark; long
 * generated text is cut.
 */
export function exampleExcerpt(example: Example): string {
  const text =
    typeof example === 'string' ? example : Object.entries(example).map(shownKey).join('')
  return text.trimEnd().split('\n').map(cutLine).join('\n').replaceAll('\0', '\u2400')
}

/** Longest line of an example that is printed whole, in UTF-16 units. */
const LINE = 120

const cutLine = (line: string): string =>
  line.length > LINE ? `${line.slice(0, LINE - 3)} ..` : line

const shownKey = ([key, text]: readonly [string, string]): string =>
  text === '' ? `# without \`${key}:\`\n` : keyText(key, text)

const textOfKeys = (keys: Readonly<Record<string, string>>): string =>
  Object.entries(keys)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => keyText(key, text))
    .join('')

/**
 * A key with its text: on one line, or on the following lines with the text's own margin made two
 * spaces.
 */
function keyText(key: string, text: string): string {
  const lines = text.split('\n').filter((line, index) => index > 0 || line.trim() !== '')
  if (lines.length === 1 && !text.includes('\n')) return `${key}: ${text}\n`
  const margin = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  )
  return `${key}:\n${lines.map((line) => (line.trim() === '' ? '' : `  ${line.slice(margin)}`)).join('\n')}\n`
}
