import { z } from 'zod'
import { nearest } from '../../diagnostic/nearest.ts'
import { DIRECTIONS } from '../../model/closed-lists.ts'
import type { MoveRef } from '../../model/graph.ts'
import { unknownMove } from '../rules/reference.ts'
import { condition, movesOf } from './condition-leaf.ts'
import { BROKEN, leaf } from './leaf.ts'
import { packageTerms } from './option.ts'
import { id, ref, text, word } from './scalars.ts'

/** A move named `party.move`. */
const moveRef = leaf<MoveRef>({
  read: (node, where) => {
    const name = node.kind === 'scalar' ? String(node.value) : ''
    const cut = name.indexOf('.')
    const [party, move] = [name.slice(0, cut), name.slice(cut + 1)]
    if (cut >= 0 && where.names.moves.get(party)?.has(move)) return { party, move }
    const known = movesOf(where.names)
    where.report(
      unknownMove,
      { span: node.span },
      { name, near: nearest(name, known) ?? '', known }
    )
    return BROKEN
  },
  json: (names) => {
    const known = movesOf(names)
    return known.length > 0 ? { enum: known } : { type: 'string' }
  }
})

const move = z.object({
  title: text,
  direction: z.enum(DIRECTIONS).optional(),
  sets: packageTerms.optional(),
  source: ref('source').optional(),
  because: text.optional()
})

const pattern = condition('state')

const state = z.object({
  where: pattern.optional(),
  node: word.optional(),
  means: z.union([z.literal('no-deal'), ref('proposal')]).optional(),
  coalesce: z.boolean().optional(),
  title: text.optional(),
  because: text.optional(),
  source: ref('source').optional()
})

const ranking = z.array(z.union([word, z.array(word)]))

const preference = z.union([
  z.array(pattern),
  z.object({
    statements: z.array(pattern).optional(),
    ranking: ranking.optional(),
    source: ref('source').optional(),
    because: text.optional()
  }),
  z.enum(['derived', 'unknown'])
])

/** The graph model's block: moves or a general graph, what cannot be, named states, preferences. */
export const graph = z.object({
  moves: z.record(ref('party'), z.record(id, z.union([text, move]))).optional(),
  infeasible: z.array(pattern).optional(),
  exclusive: z.array(z.array(moveRef)).optional(),
  'at-least-one': z.array(z.array(moveRef)).optional(),
  coalesce: z.array(pattern).optional(),
  nodes: z.array(word).optional(),
  arcs: z.record(ref('party'), z.array(z.tuple([word, word]))).optional(),
  states: z.record(id, state).optional(),
  'status-quo': word.optional(),
  preferences: z.record(ref('party'), preference).optional(),
  source: ref('source').optional(),
  because: text.optional()
})
