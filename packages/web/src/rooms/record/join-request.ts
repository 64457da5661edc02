import type { KeyRole } from '@truce/core/log'
import { bytesOf, isJsonObject, KEY_ROLES } from '@truce/core/log'

/** What somebody without a key hands to the head of their delegation: the public half, and what it is for. */
export interface JoinRequest {
  /** The name of the record that it is for. */
  readonly record: string
  readonly party: string
  readonly role: KeyRole
  readonly name: string
  /** In base64. */
  readonly publicKey: string
}

/** Roles that a head may give; the operator's belongs to whoever keeps the record. */
export const GIVEN_ROLES: readonly KeyRole[] = KEY_ROLES.filter((role) => role !== 'operator')

/** The request in one line, to be sent by any way and pasted where it is accepted. */
export const requestText = (request: JoinRequest): string => JSON.stringify(request)

/** A request that was read, or why it is none that this head can accept. */
export type ReadRequest =
  | { readonly request: JoinRequest }
  | { readonly wrong: 'form' | 'key' | 'record' | 'party' }

/** Reads what was pasted: undefined where it is no request at all but, perhaps, a bare key. */
export function readRequest(
  text: string,
  expected: { readonly record: string; readonly party: string }
): ReadRequest | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  const told = parsed(text)
  const { record, party, publicKey, name = '' } = told
  const role = GIVEN_ROLES.find((one) => one === told['role'])
  if (typeof record !== 'string' || typeof party !== 'string' || typeof publicKey !== 'string')
    return { wrong: 'form' }
  if (typeof name !== 'string' || role === undefined) return { wrong: 'form' }
  if (bytesOf(publicKey)?.length !== 32) return { wrong: 'key' }
  if (record !== expected.record) return { wrong: 'record' }
  if (party !== expected.party) return { wrong: 'party' }
  return { request: { record, party, role, name, publicKey } }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const told = JSON.parse(text)
    return isJsonObject(told) ? told : {}
  } catch {
    return {}
  }
}
