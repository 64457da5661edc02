import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { Refusal } from './deal-case-refusal.ts'

/** One element of an XML text with the text in it. */
export interface XmlNode {
  readonly name: string
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  removeNSPrefix: true,
  parseTagValue: false,
  maxNestedTags: 60
})

/** The elements of an XML text. A document type is refused: entities cannot be declared in it. */
export function xmlNodes(text: string): readonly XmlNode[] {
  const xml = text.replace(/^\uFEFF/, '').trimStart()
  if (!xml.startsWith('<')) throw new Refusal('the file is no XML')
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new Refusal('the file declares a document type')
  const wellFormed = XMLValidator.validate(xml)
  if (wellFormed !== true) throw new Refusal(`line ${wellFormed.err.line}: ${wellFormed.err.msg}`)
  return nodesOf(PARSER.parse(xml))
}

function nodesOf(found: unknown): readonly XmlNode[] {
  if (!Array.isArray(found)) return []
  return found.flatMap((node: Record<string, unknown>) => {
    const name = Object.keys(node).find((key) => key !== ':@')
    if (name === undefined || name === '#text' || name.startsWith('?')) return []
    const attributes = attributesIn(node[':@'])
    return [{ name, text: textIn(node[name]), attributes, children: nodesOf(node[name]) }]
  })
}

const attributesIn = (found: unknown): XmlNode['attributes'] =>
  Object.fromEntries(Object.entries(found ?? {}).map(([name, value]) => [name, String(value)]))

function textIn(found: unknown): string {
  if (!Array.isArray(found)) return ''
  return found
    .map((node: Record<string, unknown>) => ('#text' in node ? String(node['#text']) : ''))
    .join(' ')
}
