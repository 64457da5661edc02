import { nearest } from '../../diagnostic/nearest.ts'
import type { Term } from '../../model/case.ts'
import type { IssueNames, Names } from '../names.ts'
import type { MapNode, Node } from '../node-tree.ts'
import { missingKey, unknownKey } from '../rules/shape.ts'
import { anchor } from './anchor.ts'
import { judgement } from './judgement-leaf.ts'
import type { Json, Where } from './leaf.ts'
import { BROKEN, leaf, leafBehind } from './leaf.ts'
import { readOption, readTerms, termsJson } from './option.ts'

const STAGED_KEYS = ['first', 'then', 'chance', 'after']
const chance = judgement(0, 1)

/** A proposal's terms: for each issue an option, or `{first, then, chance, after}`. */
export const proposalTerms = leaf<ReadonlyMap<string, Term>>({
  read: (node, where) =>
    readTerms(node, where, (value, issue) => {
      const there = { ...where, at: `${where.at}/${issue.id}`, key: `${where.key}.${issue.id}` }
      return value.kind === 'map' ? staged(value, issue, there) : single(value, issue, there)
    }),
  json: (names) =>
    termsJson(names, (option) => ({
      anyOf: [
        option,
        {
          type: 'object',
          properties: stagedJson(option, names),
          required: ['first', 'then', 'chance'],
          additionalProperties: false
        }
      ]
    }))
})

function stagedJson(option: Json, names: Names | undefined): Json {
  return Object.fromEntries([
    ['first', option],
    ['then', option],
    ['chance', leafBehind(chance)?.json(names)],
    ['after', leafBehind(anchor)?.json(names)],
    ['note', {}]
  ])
}

function single(node: Node, issue: IssueNames, where: Where): Term | typeof BROKEN {
  const option = readOption(issue, node, where)
  return option === BROKEN ? BROKEN : { option, at: where.at }
}

function staged(node: MapNode, issue: IssueNames, where: Where): Term | typeof BROKEN {
  for (const [key, entry] of node.entries) {
    if (STAGED_KEYS.includes(key) || key === 'note') continue
    where.report(
      unknownKey,
      { span: entry.key },
      { key, near: nearest(key, STAGED_KEYS) ?? '', known: STAGED_KEYS }
    )
  }
  const read = <T>(
    key: string,
    reader: (value: Node, there: Where) => T | typeof BROKEN
  ): T | typeof BROKEN => {
    const entry = node.entries.get(key)
    if (entry)
      return reader(entry.value, { ...where, at: `${where.at}/${key}`, key: `${where.key}.${key}` })
    where.report(missingKey, { span: node.span }, { key, of: where.key })
    return BROKEN
  }
  const first = read('first', (value, there) => readOption(issue, value, there))
  const then = read('then', (value, there) => readOption(issue, value, there))
  const likely = read(
    'chance',
    (value, there) => leafBehind(chance)?.read(value, there) as Term['chance'] | typeof BROKEN
  )
  const after = node.entries.has('after')
    ? read(
        'after',
        (value, there) => leafBehind(anchor)?.read(value, there) as Term['after'] | typeof BROKEN
      )
    : undefined
  if (
    first === BROKEN ||
    then === BROKEN ||
    likely === BROKEN ||
    after === BROKEN ||
    likely === undefined
  )
    return BROKEN
  return {
    option: first,
    then,
    chance: likely,
    at: where.at,
    ...(after === undefined ? {} : { after })
  }
}
