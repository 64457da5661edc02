import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { Refusal } from '../deal-case-refusal.ts'
import { plainText } from '../patterns.ts'

/** A longer text is not read: an alert is a page, not a book. */
export const MOST_CAP_CHARACTERS = 500_000

/** An alert nests five deep. */
const MOST_LEVELS = 12

/** The namespace of CAP 1.2; other versions have others. */
export const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2'

/** One element: its text as written, and the line it begins on, from 1. */
export interface CapNode {
  readonly name: string
  readonly text: string
  readonly children: readonly CapNode[]
  readonly line: number
}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  // Only the five entities of XML itself and numbers are decoded, here: none can be declared.
  processEntities: false,
  cdataPropName: '#cdata',
  captureMetaData: true,
  maxNestedTags: MOST_LEVELS
})

/** The alert in a text. Throws a Refusal for what is none, or could harm whoever reads it. */
export function capAlertIn(file: string, text: string): CapNode {
  if (text.length > MOST_CAP_CHARACTERS)
    throw new Refusal(
      `${file}: it is longer than 500,000 characters, and an alert is read up to that`
    )
  const xml = text.replace(/^\uFEFF/, '')
  if (!xml.trimStart().startsWith('<'))
    throw new Refusal(`${file}: it is not XML: give a CAP 1.2 alert`)
  const declared = /<!(DOCTYPE|ENTITY)/i.exec(xml)
  if (declared)
    throw new Refusal(
      `${file}: line ${new LinesOf(xml).at(declared.index)}: it declares a document type, which is not read: remove the \`<!DOCTYPE ..>\``
    )
  const wellFormed = XMLValidator.validate(xml)
  if (wellFormed !== true)
    throw new Refusal(
      `${file}: line ${wellFormed.err.line}: this is no well-formed XML (${plainText(wellFormed.err.msg)}): correct it`
    )
  const roots = nodesOf(parsed(file, xml), { file, lines: new LinesOf(xml) })
  const [root, second] = roots
  if (root?.name !== 'alert' || second)
    throw new Refusal(`${file}: its outermost element has to be one \`alert\``)
  const tag = /<[^!?][^>]*>/.exec(xml)?.[0] ?? ''
  const space = /xmlns(?::[\w-]+)?\s*=\s*["'](urn:oasis:[^"']*)["']/.exec(tag)?.[1]
  if (space !== CAP_NAMESPACE)
    throw new Refusal(
      `${file}: line ${root.line}: its namespace is ${space ? plainText(space) : 'not said'}, and ${CAP_NAMESPACE} is read`
    )
  return root
}

function parsed(file: string, xml: string): unknown {
  try {
    return PARSER.parse(xml)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    throw new Refusal(`${file}: the XML cannot be read (${plainText(problem)}): correct it`)
  }
}

interface Source {
  readonly file: string
  readonly lines: LinesOf
}

/** Where the lines of a text begin, found once: a hostile one has as many elements as it likes. */
class LinesOf {
  private readonly ends: readonly number[]

  constructor(text: string) {
    this.ends = [...text.matchAll(/\n/g)].map(({ index }) => index)
  }

  /** The line of a place, from 1. */
  at(place: number): number {
    let [low, high] = [0, this.ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.ends[middle] ?? 0) < place) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

/** The only symbol of a node is under what its place stands. */
function startOf(node: object): number {
  const [symbol] = Object.getOwnPropertySymbols(node)
  const place: unknown = symbol && Object.getOwnPropertyDescriptor(node, symbol)?.value
  return typeof place === 'object' && place !== null && 'startIndex' in place
    ? Number(place.startIndex)
    : 0
}

function nodesOf(found: unknown, source: Source): readonly CapNode[] {
  if (!Array.isArray(found)) return []
  return found.flatMap((node: Record<string, unknown>): readonly CapNode[] => {
    const name = Object.keys(node).find((key) => key !== ':@')
    if (name === undefined || name.startsWith('#') || name.startsWith('?')) return []
    const line = source.lines.at(startOf(node))
    return [
      {
        name,
        line,
        text: textOf(node[name], `${source.file}: line ${line}`),
        children: nodesOf(node[name], source)
      }
    ]
  })
}

/** The letters of an element itself; those of what is in it are theirs. */
function textOf(found: unknown, where: string): string {
  if (!Array.isArray(found)) return ''
  return found
    .map((node: Record<string, unknown>) => {
      if ('#text' in node) return decoded(String(node['#text']), where)
      return '#cdata' in node ? rawText(node['#cdata']) : ''
    })
    .join('')
}

const rawText = (found: unknown): string =>
  Array.isArray(found)
    ? found.map((node: Record<string, unknown>) => String(node['#text'] ?? '')).join('')
    : String(found)

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Line ends are those of XML; references to letters are read, and to nothing else. */
function decoded(text: string, where: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/&([^;&]*);?/g, (whole, name: string) => {
    const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name)
    const code = number
      ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10)
      : undefined
    const letter = code === undefined ? NAMED[name] : letterOf(code)
    if (letter === undefined || !whole.endsWith(';'))
      throw new Refusal(
        `${where}: \`${plainText(whole)}\` stands for no letter of XML: write the letter itself`
      )
    return letter
  })
}

const letterOf = (code: number): string | undefined => {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
  const letter = String.fromCodePoint(code)
  return NOT_XML.test(letter) ? undefined : letter
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold.
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u

/** A text as XML has it; undefined where XML cannot hold it, since it has a control character. */
export function xmlText(text: string): string | undefined {
  if (NOT_XML.test(text)) return undefined
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}
