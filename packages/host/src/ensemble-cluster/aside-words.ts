import type { Chunk } from '@truce/core'
import type { Aside } from './runs.ts'

/** Which draws are missing, and why: neighbours that failed for one reason are told together. */
export function asideWords(chunks: readonly Chunk[], aside: readonly Aside[]): string {
  const stretches: { from: number; to: number; next: number; error: string }[] = []
  for (const { index, error } of aside) {
    const { from = 0, count = 0 } = chunks[index] ?? {}
    const last = stretches.at(-1)
    if (last && last.next === index && last.error === error) {
      last.to = from + count
      last.next = index + 1
    } else stretches.push({ from: from + 1, to: from + count, next: index + 1, error })
  }
  return stretches
    .map(({ from, to, error }) => `draws ${from} to ${to} could not be computed: ${error}`)
    .join('; ')
}
