import type { SourceFile } from '@truce/core'
import { Refusal } from '../refusal.ts'
import { textsOf } from './desk.ts'
import type { Pool } from './pool.ts'
import type { AnswerTo } from './tasks.ts'

/**
 * Makes a briefing for nobody, some milliseconds from now: what a thread loads and compiles for it, the
 * first person who asks for one need not wait for. Where somebody asks for something then, it is tried
 * again after as long. Returns what calls it off.
 */
export function readySoon(
  pool: Pool,
  files: readonly SourceFile[],
  milliseconds: number
): () => void {
  let timer: NodeJS.Timeout | undefined
  const later = (): void => {
    timer = setTimeout(attempt, milliseconds).unref()
  }
  const attempt = (): void => {
    if (pool.load.running > 0) later()
    else
      getReady(pool, files).catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'left') later()
      })
  }
  later()
  return () => clearTimeout(timer)
}

/** Rejects once anybody asks for anything, or threads are closed. */
export async function getReady(pool: Pool, files: readonly SourceFile[]): Promise<void> {
  const wanted = { texts: textsOf(files), short: false }
  const briefing: AnswerTo<'briefing'> = JSON.parse(
    await pool.runSpare({ kind: 'briefing', ...wanted })
  )
  if ('blocks' in briefing) await pool.runSpare({ kind: 'report', briefing, to: 'docx' })
}
