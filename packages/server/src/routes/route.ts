import type { z } from '@hono/zod-openapi'
import type { CaseStore, SourceFile } from '@truce/core'
import type { Context } from 'hono'
import type { Desk } from '../compute/desk.ts'
import type { Library } from '../library.ts'
import type { OpenRecords } from '../records/records.ts'
import { errorBody } from '../schemas.ts'

/** A store of versions that may be damaged, and the way to begin a new one. */
export interface Store {
  readonly damage: () => { readonly message: string } | undefined
  /** The name that the damaged store is kept under; nothing where it is whole. */
  readonly begin: () => Promise<string | undefined>
}

/** Who else is in a case, as far as the asker may know. */
export interface Company {
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** What a request is answered from: no more than its asker may see, and as if there were no more. */
export interface Sources {
  /** The cases that this server keeps. */
  readonly workspace: CaseStore
  /** Reads a case for its line in a list, where that is told apart from being read. */
  readonly glance?: CaseStore['read']
  /** The records kept under them. */
  readonly records: OpenRecords
  readonly library: Library
  /** The store of versions behind the cases, where it can be damaged. */
  readonly store?: Store
  readonly desk: Desk
  /** The small case to start from. */
  readonly startingCase: readonly SourceFile[]
  /** Ends when the server does, or the right to what is followed; open streams end with it. */
  readonly ending: AbortSignal
  /** Whose streams are counted together. */
  readonly asker?: string
  /** Tells who is in a case, and each change, until the returned is called. */
  readonly company?: (of: string, told: (here: Company) => void) => () => void
}

/** Gives each request its sources. The routes know no other way to a case, and no rule of access. */
export interface SourcesFor {
  readonly for: (context: Context) => Promise<Sources>
}

/** The same for every request: for one person on their own computer. */
export const always = (sources: Sources): SourcesFor => ({ for: async () => sources })

/** A JSON body in the interface's description. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } }
})

/** A JSON body that a request must have. */
export const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } }
})

/** Every answer that is not listed. */
export const refusals = { default: json(errorBody, 'what is wrong, and what to do') }

/** Looks at many cases, a few at a time, so that a long list leaves room for other work. */
export async function eachOf<T, R>(
  list: readonly T[],
  look: (item: T) => Promise<R>
): Promise<readonly R[]> {
  const found: R[] = []
  for (let at = 0; at < list.length; at += AT_ONCE)
    found.push(...(await Promise.all(list.slice(at, at + AT_ONCE).map(look))))
  return found
}

const AT_ONCE = 8

/** A document that is JSON text already; its shape is promised by the schema of its route. */
export function document(
  context: Context,
  text: string,
  headers: Readonly<Record<string, string>> = {}
): never {
  return context.body(text, 200, { 'content-type': 'application/json', ...headers }) as never
}
