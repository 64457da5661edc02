import type { Condition } from '../model/judgement.ts'

/** A condition after some issues are settled: what is left of it, or whether it holds. */
export type Residue = Condition | boolean

/** What is left of a condition once `issue` takes `option`. */
export function settle(condition: Condition, issue: string, option: string): Residue {
  switch (condition.kind) {
    case 'is':
      return condition.issue === issue ? condition.options.includes(option) : condition
    case 'all':
    case 'any':
      return combine(
        condition.kind,
        condition.parts.map((part) => settle(part, issue, option))
      )
    case 'not':
      return negate(settle(condition.part, issue, option))
    case 'if':
      return combine('any', [
        negate(settle(condition.left, issue, option)),
        settle(condition.right, issue, option)
      ])
    case 'iff':
      return same(settle(condition.left, issue, option), settle(condition.right, issue, option))
    default:
      return condition
  }
}

function combine(kind: 'all' | 'any', parts: readonly Residue[]): Residue {
  const decisive = kind === 'any'
  if (parts.includes(decisive)) return decisive
  const open = parts.filter((part) => typeof part !== 'boolean')
  const [only] = open
  if (only === undefined) return !decisive
  return open.length === 1 ? only : { kind, parts: open }
}

function negate(residue: Residue): Residue {
  if (typeof residue === 'boolean') return !residue
  return residue.kind === 'not' ? residue.part : { kind: 'not', part: residue }
}

function same(left: Residue, right: Residue): Residue {
  if (typeof left === 'boolean') return left ? right : negate(right)
  if (typeof right === 'boolean') return right ? left : negate(left)
  return { kind: 'iff', left, right }
}
