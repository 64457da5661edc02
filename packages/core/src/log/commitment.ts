import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { base64, bytesOf, utf8, utf8Text } from './bytes.ts'
import type { JsonObject } from './canonical-json.ts'
import { canonicalJson, isJsonObject } from './canonical-json.ts'

/** How many random bytes hide a content: so nobody finds it by trying what it might say. */
export const SALT = 32

/** What a confidential entry keeps apart: its content, and the salt that hides it. */
export interface SealedBody {
  readonly salt: Uint8Array
  readonly content: JsonObject
}

/** What stands for a content in the log: base64 of SHA-256 over the salt and the canonical content. */
export function commit(content: JsonObject, salt: Uint8Array): string {
  if (salt.length !== SALT) throw new RangeError(`a salt has ${SALT} bytes`)
  return base64(sha256(concatBytes(salt, utf8(canonicalJson(content)))))
}

/** A body as it is kept: the canonical JSON of both. */
export const bodyBytes = ({ salt, content }: SealedBody): Uint8Array =>
  utf8(canonicalJson({ salt: base64(salt), content }))

/** Reads a body; undefined where it is none, or not in its one spelling. */
export function readBody(bytes: Uint8Array): SealedBody | undefined {
  try {
    const text = utf8Text(bytes) ?? ''
    const told: unknown = JSON.parse(text)
    if (!isJsonObject(told) || Object.keys(told).length !== 2) return undefined
    const { salt: spelled, content } = told
    const salt = typeof spelled === 'string' ? bytesOf(spelled) : undefined
    if (salt?.length !== SALT || !isJsonObject(content)) return undefined
    return canonicalJson(told) === text ? { salt, content } : undefined
  } catch {
    return undefined
  }
}

/** Whether a body is what the entry committed to. */
export function opens(commitment: string, bytes: Uint8Array): boolean {
  const body = readBody(bytes)
  return body !== undefined && commit(body.content, body.salt) === commitment
}
