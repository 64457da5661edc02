import type { SourceFile } from '@truce/core'
import { ownName } from '../../state/person.ts'

/** The lists that belong to no case, and that the browser keeps beside it: places, and what was seen. */
export type GroundList = 'places' | 'seen'

const keyOf = (id: string, list: GroundList): string => ownName(`truce.ground.${list}.${id}`)

/** The list that was kept beside a case; none where the browser keeps nothing. */
export function keptList(id: string, list: GroundList): SourceFile | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(id, list)) ?? 'null')
    if (typeof found !== 'object' || found === null) return undefined
    const { name, text }: { name?: unknown; text?: unknown } = found
    return typeof name === 'string' && typeof text === 'string' ? { name, text } : undefined
  } catch {
    return undefined
  }
}

/** Keeps a list beside a case, or none; false where the browser has no room for it. */
export function keepList(id: string, list: GroundList, file: SourceFile | undefined): boolean {
  try {
    if (file === undefined) localStorage.removeItem(keyOf(id, list))
    else localStorage.setItem(keyOf(id, list), JSON.stringify(file))
    return true
  } catch {
    return false
  }
}
