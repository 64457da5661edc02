import { z } from 'zod'
import type { Report } from '../../diagnostic/diagnostic.ts'
import type { Names } from '../names.ts'
import type { Node } from '../node-tree.ts'

/** What a leaf's reader may use: the names of the case, the way to report, and where it stands. */
export interface Where {
  readonly names: Names
  readonly report: Report
  /** Pointer into the merged tree, `/`-joined. */
  readonly at: string
  /** The same with list positions replaced by `id`s: stable under reordering; joined by `.`. */
  readonly key: string
  /** Notes that a name of some kind was used. */
  readonly used: (kind: string, id: string) => void
}

/** What a reader returns when it has reported a problem and there is nothing to go on with. */
export const BROKEN = Symbol('broken')

/** A JSON Schema fragment. */
export type Json = Readonly<Record<string, unknown>>

/**
 * A kind of value with a syntax of its own: how to read it, and how an editor should complete it in
 * this case.
 */
export interface Leaf<Out> {
  readonly read: (node: Node, where: Where) => Out | typeof BROKEN
  readonly json: (names: Names | undefined) => Json
}

const leaves = new WeakMap<z.core.$ZodType, Leaf<unknown>>()

/** Makes a zod schema of type `Out` that is read by our own code. */
export function leaf<Out>(definition: Leaf<Out>): z.ZodType<Out> {
  const schema = z.custom<Out>()
  leaves.set(schema, definition as Leaf<unknown>)
  return schema
}

/** The leaf behind a schema, if it is one. */
export function leafBehind(schema: z.core.$ZodType): Leaf<unknown> | undefined {
  return leaves.get(schema)
}
