import type { Direction } from './closed-lists.ts'
import type { Condition, Text } from './judgement.ts'

/** The graph model's input: who can do what, what cannot be, and what each party prefers. */
export interface Graph {
  readonly moves: readonly Move[]
  readonly infeasible: readonly Condition[]
  readonly exclusive: readonly (readonly MoveRef[])[]
  readonly atLeastOne: readonly (readonly MoveRef[])[]
  readonly coalesce: readonly Condition[]
  readonly states: readonly NamedState[]
  readonly statusQuo?: string
  readonly preferences: ReadonlyMap<string, Preference>
  /** A general graph has nodes and arcs in place of moves. */
  readonly nodes?: readonly string[]
  readonly arcs?: ReadonlyMap<string, readonly (readonly [string, string])[]>
  readonly at: string
}

/**
 * A move of a party: `forward` can only be made (N to Y), `back` only undone, `both` either way.
 */
export interface Move {
  readonly party: string
  readonly id: string
  readonly title: Text
  readonly direction: Direction
  readonly sets: ReadonlyMap<string, string>
  readonly at: string
}

/** A move by its owner and id. */
export interface MoveRef {
  readonly party: string
  readonly move: string
}

/**
 * A named pattern over moves (or a node of a general graph), and what it means: a proposal's id or
 * `no-deal`.
 */
export interface NamedState {
  readonly id: string
  readonly where: Condition
  readonly node?: string
  readonly means?: string
  readonly coalesce: boolean
  readonly at: string
}

/**
 * Statements, most important first; or a ranking, best first, a tie being a group; or derived from
 * the stances.
 */
export type Preference =
  | { readonly kind: 'statements'; readonly statements: readonly Condition[]; readonly at: string }
  | {
      readonly kind: 'ranking'
      readonly ranking: readonly (readonly string[])[]
      readonly at: string
    }
  | { readonly kind: 'derived'; readonly at: string }
  | { readonly kind: 'unknown'; readonly at: string }
