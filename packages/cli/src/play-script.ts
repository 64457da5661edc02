import type { JsonObject, KeyRole } from '@truce/core/log'
import { isJsonObject, KEY_ROLES } from '@truce/core/log'
import type { Writing } from '@truce/core/record'
import { Usage } from './io.ts'
import { jsonLine } from './json-line.ts'

/** An exercise as it is written: who takes part, and what happens when. */
export interface PlayScript {
  readonly title: string
  readonly operator: string
  readonly witnesses: number
  readonly keys: readonly ScriptKey[]
  readonly begins: number
  readonly turns: readonly ScriptTurn[]
}

/** A key that the exercise makes. */
export interface ScriptKey {
  readonly party: string
  readonly role: KeyRole
}

/** Something that happens at an hour (ms since 1970): somebody writes, or the head is signed. */
export type ScriptTurn =
  | {
      readonly line: number
      readonly at: number
      readonly role?: KeyRole
      readonly writing: Writing
      /** The code of the refusal that is meant to come. */
      readonly refused?: string
    }
  | { readonly line: number; readonly at: number; readonly cosigned: readonly string[] }

/** Reads a script: a line of JSON each, the first of which opens the record. */
export function readScript(text: string, file: string): PlayScript {
  const lines = text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return []
    return [{ told: jsonLine(line, file, index + 1), line: index + 1 }]
  })
  const [first, ...rest] = lines
  if (first === undefined) throw new Usage(`${file} is empty`)
  const { opening, at } = first.told
  if (!isJsonObject(opening)) return wrong(file, first.line, 'the first line has no `opening`')
  const keys = Array.isArray(opening['keys']) ? opening['keys'] : []
  return {
    title: String(opening['title']),
    operator: String(opening['operator']),
    witnesses: Number(opening['witnesses'] ?? 0),
    keys: keys.map((key) => scriptKey(key, file)),
    begins: hourOf(at, file, first.line),
    turns: rest.map(({ told, line }) => turnOf(told, line, file))
  }
}

function turnOf(told: JsonObject, line: number, file: string): ScriptTurn {
  const at = hourOf(told['at'], file, line)
  const { checkpoint, as, role, kind, content, id, audience, supersedes, refused } = told
  if (checkpoint !== undefined)
    return { line, at, cosigned: Array.isArray(checkpoint) ? checkpoint.map(String) : [] }
  if (typeof as !== 'string' || typeof kind !== 'string' || !isJsonObject(content))
    return wrong(file, line, 'a turn has `as`, `kind` and `content`, or `checkpoint`')
  const known = KEY_ROLES.find((one) => one === role)
  return {
    line,
    at,
    ...(known && { role: known }),
    ...(refused !== undefined && { refused: String(refused) }),
    writing: {
      party: as,
      kind,
      content,
      ...(id !== undefined && { id: String(id) }),
      ...(Array.isArray(audience) && { audience: audience.map(String) }),
      ...(supersedes !== undefined && { supersedes: String(supersedes) })
    }
  }
}

function scriptKey(told: unknown, file: string): ScriptKey {
  if (isJsonObject(told)) {
    const role = KEY_ROLES.find((one) => one === told['role'])
    if (role && typeof told['party'] === 'string') return { party: told['party'], role }
  }
  return wrong(file, 1, `a key has a party and a role (${KEY_ROLES.join(', ')})`)
}

function hourOf(value: unknown, file: string, line: number): number {
  const hour = typeof value === 'string' && value.endsWith('Z') ? Date.parse(value) : Number.NaN
  return Number.isNaN(hour) ? wrong(file, line, '`at` is an instant in UTC') : hour
}

function wrong(file: string, line: number, what: string): never {
  throw new Usage(`${file}:${line}: ${what}`)
}
