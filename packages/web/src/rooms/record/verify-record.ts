import type { Verified } from '@truce/core/log'
import { utf8, verifyLog } from '@truce/core/log'
import { ownName } from '../../state/person.ts'
import { verifier } from './browser-signing.ts'
import type { RecordDesk } from './record-desk.ts'

const KEPT = 'truce.verified.'
/** Entries that are fetched anew at once. */
const ENOUGH = 1

/** What this browser has verified of a record before: signed notes, oldest first. */
export function notesSeen(record: string): readonly string[] {
  try {
    const told: unknown = JSON.parse(localStorage.getItem(ownName(KEPT + record)) ?? '[]')
    return Array.isArray(told) ? told.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** What verifying here came to, and the signed note that was verified. */
export interface VerifiedHere {
  readonly verified: Verified
  readonly note: string
}

/** Whether nothing is wrong but that others have still to cosign. */
export const standsHere = ({ problems }: Verified): boolean =>
  problems.every(({ code }) => code === 'missing-cosignature')

/**
 * Verifies a record here, from bytes fetched anew: every signature, the order and times, the tree,
 * the newest checkpoint, and that it goes on from every checkpoint that this browser saw before. The
 * newest one is remembered if all is well.
 */
export async function verifyHere(
  { api }: RecordDesk,
  record: string,
  onProgress: (share: number) => void
): Promise<VerifiedHere> {
  const note = await api.checkpoint()
  const seen = notesSeen(record)
  const verified = await verifyLog({
    size: note.size,
    read: async (from, to) => {
      const found = []
      while (found.length < to - from) {
        const { entries } = await api.entries(from + found.length)
        if (entries.length < ENOUGH) break
        found.push(...entries.slice(0, to - from - found.length))
      }
      return found
    },
    checkpoints: [...new Set([...seen, note.note])].map(utf8),
    verifier,
    onProgress: (done, size) => onProgress(size === 0 ? 1 : done / size)
  })
  if (standsHere(verified)) remember(record, [...new Set([...seen, note.note])])
  return { verified, note: note.note }
}

/** How many notes are kept: the first, which binds the beginning, and the newest. */
const MOST = 20

function remember(record: string, notes: readonly string[]): void {
  const kept = notes.length > MOST ? [...notes.slice(0, 1), ...notes.slice(1 - MOST)] : notes
  try {
    localStorage.setItem(ownName(KEPT + record), JSON.stringify(kept))
  } catch {
    // Where the browser keeps nothing, each verification stands for itself.
  }
}
