import type { Act } from '../../model/conduct.ts'
import type { Guarantee, Overture } from '../../model/overtures.ts'
import { evidenceOf, present, sourced, sourcedMap } from './context.ts'
import type { Listed } from './listed.ts'

/** An overture. */
export function resolveOverture(overture: Listed<'overtures'>, at: string): Overture {
  const { id, by, to, text, welcomes, 'leak-cost': leakCost, tests } = overture
  const evidence = evidenceOf(overture)
  return {
    id,
    by,
    to,
    text,
    welcomes: sourcedMap(welcomes, evidence),
    at,
    ...evidence,
    ...present({ leakCost: sourced(leakCost, evidence), tests })
  }
}

/** A guarantee. */
export function resolveGuarantee(guarantee: Listed<'guarantees'>, at: string): Guarantee {
  const { by, of, chance, penalty, insurance } = guarantee
  const evidence = evidenceOf(guarantee)
  return {
    by,
    of,
    chance: sourced(chance, evidence),
    penalty: sourced(penalty, evidence),
    at,
    ...evidence,
    ...present({ insurance: sourced(insurance, evidence) })
  }
}

/** An act of one party towards another. */
export function resolveAct(conduct: Listed<'conduct'>, at: string): Act {
  const { by, toward, act, since, text } = conduct
  return { by, toward, act, at, ...evidenceOf(conduct), ...present({ since, text }) }
}
