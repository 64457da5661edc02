import { bytesOf } from './bytes.ts'
import { stampOf } from './stamp.ts'

/**
 * A record's name: what notes and files can bear, with 16 random hexadecimal digits, so that no two
 * records have the same. Without a slash it can be taken for no text that is signed elsewhere.
 */
export const RECORD = /^(?=.{1,120}$)[a-z0-9]+([.-][a-z0-9]+)*$/
/** What is random in it. */
export const RANDOM = /[0-9a-f]{16}/
/** An entry's id. */
export const ENTRY_ID = /^[a-z0-9][a-z0-9-]{5,63}$/
/** The kind of an entry. */
export const KIND = /^(?=.{1,64}$)[a-z]+([.-][a-z]+)*$/
/** A key's id. */
export const KEY_ID = /^[0-9a-f]{16}$/
/** A party's id, as cases write it. */
export const PARTY = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/

/** Whether it can be a record's name. */
export const isRecordName = (told: unknown): told is string =>
  typeof told === 'string' && RECORD.test(told) && RANDOM.test(told)

/** Whether it can be an entry's id. */
export const isEntryId = (told: unknown): told is string =>
  typeof told === 'string' && ENTRY_ID.test(told)

/** Whether it can be the kind of an entry. */
export const isKind = (told: unknown): told is string => typeof told === 'string' && KIND.test(told)

/** Whether it can be a key's id. */
export const isKeyId = (told: unknown): told is string =>
  typeof told === 'string' && KEY_ID.test(told)

/** Whether it can be a party's id. */
export const isPartyId = (told: unknown): told is string =>
  typeof told === 'string' && PARTY.test(told)

/** Whether it counts something. */
export const isCount = (told: unknown): told is number =>
  typeof told === 'number' && Number.isSafeInteger(told) && told >= 0

/** Whether it is base64 of so many bytes. */
export const isBytes = (told: unknown, length: number): told is string =>
  typeof told === 'string' && bytesOf(told)?.length === length

/** Whether it is an instant as the log writes it. */
export const isStamp = (told: unknown): told is string =>
  typeof told === 'string' && stampOf(told) !== undefined
