/**
 * The graph model by its textbook definitions: slow, and meant to be read beside the page it comes
 * from. Written from Fang, Hipel and Kilgour (1993), Kilgour et al. (2001), Rego and Vieira (2016)
 * and Li et al. (2004), not from the kernel.
 */
export interface PlainConflict {
  readonly parties: number
  readonly states: number
  /** arcs[i][s]: the states party i can move to from s in one step. */
  readonly arcs: readonly (readonly (readonly number[])[])[]
  /**
   * rank[i][s]: greater is better, equal is a tie; undefined where the party's preference is
   * unknown.
   */
  readonly rank: readonly (readonly number[] | undefined)[]
  /** Only in option form: the moves taken in each state, and whose they are, as bit masks. */
  readonly options?: { readonly code: readonly number[]; readonly own: readonly number[] }
}

export type Concept = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq' | 'sim'
export type Attitude = 'a' | 'b' | 'c' | 'd'

export interface Rules {
  readonly strict?: boolean
  readonly attitude?: Attitude
}

/** How party i sees state a beside state b: better, worse, equal, or unknown. */
export function relation(
  conflict: PlainConflict,
  i: number,
  a: number,
  b: number
): '+' | '-' | '=' | 'U' {
  const rank = conflict.rank[i]
  if (a === b) return '='
  if (!rank) return 'U'
  const [x, y] = [rank[a] as number, rank[b] as number]
  return x > y ? '+' : x < y ? '-' : '='
}

const parties = (conflict: PlainConflict): number[] =>
  Array.from({ length: conflict.parties }, (_, i) => i)
const moves = (conflict: PlainConflict, i: number, s: number): readonly number[] =>
  conflict.arcs[i]?.[s] ?? []

/**
 * R_H(s), or R_H^+(s): the definition by induction over (state, last movers); nobody moves twice in
 * a row.
 */
export function reachable(
  conflict: PlainConflict,
  group: readonly number[],
  s: number,
  improving: boolean
): Set<number> {
  const step = (i: number, from: number): number[] =>
    moves(conflict, i, from).filter(
      (to) => !improving || ['+', 'U'].includes(relation(conflict, i, to, from))
    )
  const lastMovers = new Map<number, Set<number>>()
  const add = (q: number, i: number): boolean => {
    const known = lastMovers.get(q) ?? new Set()
    const fresh = !known.has(i)
    lastMovers.set(q, known.add(i))
    return fresh
  }
  for (const i of group) for (const q of step(i, s)) add(q, i)
  for (let grew = true; grew; ) {
    grew = false
    for (const [q, omega] of [...lastMovers]) {
      for (const j of group) {
        const onlyMoverIsJ = omega.size === 1 && omega.has(j)
        if (onlyMoverIsJ) continue
        for (const next of step(j, q)) grew = add(next, j) || grew
      }
    }
  }
  lastMovers.delete(s)
  return new Set(lastMovers.keys())
}

/**
 * The states party i would leave s for: its unilateral improvements, and the unknown ones under
 * attitudes a and c.
 */
export function improvements(
  conflict: PlainConflict,
  i: number,
  s: number,
  rules: Rules = {}
): number[] {
  const leavesFor = ['a', 'c'].includes(rules.attitude ?? 'a') ? ['+', 'U'] : ['+']
  return moves(conflict, i, s).filter((q) => leavesFor.includes(relation(conflict, i, q, s)))
}

function blocks(conflict: PlainConflict, i: number, s2: number, s: number, rules: Rules): boolean {
  const known = rules.strict ? ['-'] : ['-', '=']
  const blocking = ['c', 'd'].includes(rules.attitude ?? 'a') ? [...known, 'U'] : known
  return blocking.includes(relation(conflict, i, s2, s))
}

function escapes(conflict: PlainConflict, i: number, s3: number, s: number, rules: Rules): boolean {
  const known = rules.strict ? ['+', '='] : ['+']
  const escaping = ['a', 'b'].includes(rules.attitude ?? 'a') ? [...known, 'U'] : known
  return escaping.includes(relation(conflict, i, s3, s))
}

/** Is s stable for party i? */
export function stable(
  conflict: PlainConflict,
  concept: Concept,
  i: number,
  s: number,
  rules: Rules = {}
): boolean {
  const leaving = improvements(conflict, i, s, rules)
  const others = parties(conflict).filter((j) => j !== i)
  if (concept === 'nash') return leaving.length === 0
  if (concept === 'sim')
    return leaving.every((s1) =>
      jointOutcomes(conflict, i, s, s1).some((s2) => blocks(conflict, i, s2, s, rules))
    )
  return leaving.every((s1) =>
    [...reachable(conflict, others, s1, concept === 'seq' || concept === 'sseq')].some((s2) => {
      if (!blocks(conflict, i, s2, s, rules)) return false
      if (concept === 'gmr' || concept === 'seq') return true
      return moves(conflict, i, s2).every((s3) => !escapes(conflict, i, s3, s, rules))
    })
  )
}

/**
 * Where it may end when i moves to s1 and, at the same time, some other parties make improvements
 * of their own from s.
 */
export function jointOutcomes(conflict: PlainConflict, i: number, s: number, s1: number): number[] {
  const { options } = conflict
  if (!options) throw new Error('simultaneous stability is defined in option form only')
  const codeOf = (state: number): number => options.code[state] as number
  let codes = [codeOf(s1)]
  for (const j of parties(conflict).filter((one) => one !== i)) {
    const replies = [
      s,
      ...moves(conflict, j, s).filter((q) => ['+', 'U'].includes(relation(conflict, j, q, s)))
    ]
    codes = codes.flatMap((code) => replies.map((q) => code ^ codeOf(s) ^ codeOf(q)))
  }
  return codes
    .map((code) => options.code.indexOf(code))
    .filter((state) => state >= 0 && state !== s1)
}

/**
 * Coalition improvements of H from s: strong when every member gains, Pareto when none loses and
 * one gains.
 */
export function coalitionImprovements(
  conflict: PlainConflict,
  group: readonly number[],
  s: number,
  kind: 'strong' | 'pareto'
): number[] {
  return [...reachable(conflict, group, s, false)].filter((q) => {
    const seen = group.map((i) => relation(conflict, i, q, s))
    return kind === 'strong'
      ? seen.every((r) => r === '+')
      : seen.every((r) => r === '+' || r === '=') && seen.includes('+')
  })
}

/** Is s stable for the coalition? Kilgour, Hipel, Fang and Peng (2001). */
export function coalitionStable(
  conflict: PlainConflict,
  concept: 'nash' | 'gmr' | 'smr' | 'seq',
  group: readonly number[],
  s: number,
  kind: 'strong' | 'pareto'
): boolean {
  const others = parties(conflict).filter((j) => !group.includes(j))
  const notAllBetter = (q: number): boolean =>
    group.some((i) => ['-', '='].includes(relation(conflict, i, q, s)))
  return coalitionImprovements(conflict, group, s, kind).every((s1) => {
    if (concept === 'nash') return false
    return [...reachable(conflict, others, s1, concept === 'seq')].some((s2) => {
      if (!notAllBetter(s2)) return false
      return concept !== 'smr' || [...reachable(conflict, group, s2, false)].every(notAllBetter)
    })
  })
}

/**
 * The state party i expects from s when h moves are foreseen and the two parties move in turn. It
 * stays unless it strictly gains; among equally good prospects, the first state moved to in the
 * order of states.
 */
export function anticipated(conflict: PlainConflict, i: number, s: number, h: number): number {
  if (h === 0) return s
  let best = s
  for (const q of [...moves(conflict, i, s)].sort((a, b) => a - b)) {
    const end = anticipated(conflict, 1 - i, q, h - 1)
    if (relation(conflict, i, end, best) === '+') best = end
  }
  return best
}
