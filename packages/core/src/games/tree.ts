import type { Fraction } from '../fractions/fraction.ts'

/** What all players get where a node says so; payoffs on the way add up. */
export interface Outcome {
  readonly number: number
  readonly name: string
  readonly payoffs: readonly Fraction[]
}

interface Place {
  readonly name: string
  readonly outcome?: Outcome
}

/** The end of a play. */
export interface EndNode extends Place {
  readonly kind: 'end'
}

/** Chance moves. */
export interface ChanceNode extends Place {
  readonly kind: 'chance'
  readonly number: number
  readonly setName: string
  readonly moves: readonly { readonly name: string; readonly p: Fraction }[]
  readonly next: readonly TreeNode[]
}

/** A player moves, knowing only in which information set it is. */
export interface ChoiceNode extends Place {
  readonly kind: 'choice'
  readonly set: InformationSet
  readonly next: readonly TreeNode[]
}

/** A place in a game tree. */
export type TreeNode = EndNode | ChanceNode | ChoiceNode

/** Nodes that the player whose move it is cannot tell apart. */
export interface InformationSet {
  /** Counted from 0. */
  readonly player: number
  readonly number: number
  readonly name: string
  readonly actions: readonly string[]
}

/** A game in extensive form. */
export interface GameTree {
  readonly title: string
  readonly comment?: string
  readonly players: readonly string[]
  readonly root: TreeNode
  /** In the order in which they appear, each path followed to its end before the next. */
  readonly sets: readonly InformationSet[]
}

/** Every node, each path followed to its end before the next. */
export function* nodesFrom(node: TreeNode): Generator<TreeNode> {
  yield node
  if (node.kind !== 'end') for (const next of node.next) yield* nodesFrom(next)
}

/** Whether every player always knows all that happened: each information set is one node. */
export function hasPerfectInformation({ root, sets }: GameTree): boolean {
  let choices = 0
  for (const node of nodesFrom(root)) if (node.kind === 'choice') choices++
  return choices === sets.length
}
