import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { Refusal } from './deal-case-refusal.ts'
import { plainText } from './patterns.ts'

/** A longer text is not read. */
export const MOST_GENIUS_CHARACTERS = 2_000_000

/** Levels of nesting; those of GENIUS are fewer than ten. */
const MOST_LEVELS = 30

/**
 * One element of an XML document; texts between elements are left out, for GENIUS keeps everything
 * in attributes.
 */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
}

/**
 * The outermost element of a text. Entities cannot be declared in it: a document type is refused.
 */
export function rootOf(file: string, text: string): Element {
  if (text.length > MOST_GENIUS_CHARACTERS)
    throw new Refusal(`${file}: the file is larger than 2 MB: leave out what is no profile`)
  const xml = text.replace(/^\uFEFF/, '').trimStart()
  if (!xml.startsWith('<'))
    throw new Refusal(
      `${file}: the file is not XML: give the domain and profiles as GENIUS saves them`
    )
  if (/<!(DOCTYPE|ENTITY)/i.test(xml))
    throw new Refusal(
      `${file}: the file declares a document type, which is not read: remove the \`<!DOCTYPE ..>\``
    )
  const roots = parsed(file, xml)
  const [root, second] = roots.filter(({ name }) => !name.startsWith('?'))
  if (!root || second)
    throw new Refusal(
      `${file}: the file needs one outermost element: give a file as GENIUS saves it`
    )
  return root
}

function parsed(file: string, xml: string): readonly Element[] {
  const wellFormed = XMLValidator.validate(xml)
  if (wellFormed !== true) {
    const { line, msg } = wellFormed.err
    throw new Refusal(
      `${file}: line ${line}: this is no well-formed XML (${plainText(msg)}): correct it, or save it again`
    )
  }
  try {
    return elementsOf(PARSER.parse(xml))
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    throw new Refusal(
      `${file}: the XML cannot be read (${plainText(problem)}): save it again from GENIUS`
    )
  }
}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  maxNestedTags: MOST_LEVELS
})

/**
 * The parser gives each element as an object with its name as a key, and its attributes beside it
 * under `:@`.
 */
function elementsOf(nodes: unknown): readonly Element[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: Record<string, unknown>) => {
    const name = Object.keys(node).find((key) => key !== ':@')
    if (name === undefined || name === '#text') return []
    const attributes = new Map(
      Object.entries(node[':@'] ?? {}).map(([key, value]) => [key, String(value)])
    )
    return [{ name, attributes, children: elementsOf(node[name]) }]
  })
}
