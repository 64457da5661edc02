// Tables of keys for docs/reference/language.md, made from the JSON Schema of a case.
import { caseJsonSchema } from '@truce/core/case'
import { type Schema, schemaAt } from './schema.ts'

/** What each row of the first table is called, and where it stands; `*`: each one of a map or list. */
const PARTS: Readonly<Record<string, string>> = {
  'a source': 'sources.*',
  'a party': 'parties.*',
  'a scenario': 'scenarios.*',
  'an issue': 'issues.*',
  'a divisible issue': 'issues.*.divisible',
  'an option': 'issues.*.options.*',
  'a rule': 'rules.*',
  'a redline': 'stances.*.redlines.*',
  'an interest': 'stances.*.interests.*',
  'a no-deal': 'stances.*.no-deal',
  'an entry of the ledger': 'stances.*.no-deal.ledger.*',
  'a ratifying body': 'stances.*.ratification.*',
  'a row of support': 'stances.*.ratification.*.support.*',
  'a type of a party': 'stances.*.types.*',
  'a poll': 'polls.*',
  'a proposal': 'proposals.*',
  'a provisional term': 'proposals.*.provisional.*',
  'a move of a graph': 'graph.moves.*.*',
  'a state of a graph': 'graph.states.*'
}

/** The keys of the process, and where one of their entries stands. */
const PROCESS = [
  'lines.*',
  'ceasefire',
  'withdrawals.*',
  'meetings.*',
  'channels.*',
  'tracks.*',
  'deliverables.*',
  'gates.*',
  'plan',
  'guarantees.*',
  'overtures.*',
  'conduct.*',
  'escalation'
]

/** Taken by every entry of the process; told once, above its table. */
const EVIDENCE = ['source', 'because']

const MARKED = /(<!-- keys of (the language|the process) -->\n)[\s\S]*?(<!-- end of keys -->)/g

/** The page with its tables made anew. */
export function withLanguageKeys(page: string): string {
  const root = caseJsonSchema() as Schema
  return page.replace(MARKED, (_, begin: string, which: string, end: string) => {
    const rows = which === 'the language' ? languageRows(root) : processRows(root)
    return `${begin}${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n${end}`
  })
}

function languageRows(root: Schema): readonly (readonly string[])[] {
  const rows = Object.entries(PARTS).map(([called, path]) => {
    const { required, others } = keysOf(schemaAt(root, path.split('.')))
    return [called, code(required), code(others)]
  })
  return [['in', 'required', 'may be there'], ['---', '---', '---'], ...rows]
}

function processRows(root: Schema): readonly (readonly string[])[] {
  const rows = PROCESS.map((path) => {
    const schema = schemaAt(root, path.split('.'))
    const { required, others } = keysOf(schema)
    const key = path.replace('.*', '')
    const entries = key === path ? 'one' : schemaAt(root, [key]).items ? 'list' : 'map'
    const own = others.filter((one) => !EVIDENCE.includes(one))
    return [`\`${key}\``, entries, code(required), code(own), closedLists(schema).join('; ')]
  })
  const head = ['key', 'entries', 'required', 'may be there', 'closed lists']
  return [head, head.map(() => '---'), ...rows]
}

/** A remark may stand in any map and is no key. */
function keysOf({ properties = {}, required = [] }: Schema): {
  readonly required: readonly string[]
  readonly others: readonly string[]
} {
  const keys = Object.keys(properties).filter((key) => key !== 'note')
  return { required, others: keys.filter((key) => !required.includes(key)) }
}

/** The words that a key of an entry may have, where they are listed. */
function closedLists({ properties = {} }: Schema): readonly string[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const words = [...new Set(wordsOf(schema))]
    const inner = schema.properties ? closedLists(schema).map((list) => `${key} ${list}`) : []
    return words.length > 0 ? [`${key}: ${code(words)}`] : inner
  })
}

function wordsOf(schema: Schema): readonly string[] {
  const { enum: words = [], anyOf = [], items, additionalProperties } = schema
  const inner = [...anyOf, items, additionalProperties].filter((one) => typeof one === 'object')
  return [...words.map(String), ...inner.flatMap(wordsOf)]
}

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ')
