/**
 * Nobody misspells a word of more letters than this by one; comparing such words only costs time.
 */
const LONGEST = 64

/** Among more names than anyone wrote by hand, comparing each with each misspelling takes seconds. */
const MOST = 1000

/**
 * The candidate nearest to `word` by edit distance, if it is at most 2 edits away (1 for words of
 * up to 3 letters). Looks at the first thousand candidates.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined
  let best: string | undefined
  let least = word.length <= 3 ? 2 : 3
  let looked = 0
  for (const candidate of candidates) {
    if (++looked > MOST) break
    const distance = editDistance(word, candidate, least)
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** Levenshtein distance, with a swap of neighbours counting as one edit; stops at `limit`. */
export function editDistance(one: string, other: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(one.length - other.length) >= limit) return limit
  const [a, b] = apart(one, other)
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    // Further off the diagonal than the limit, the distance exceeds it anyway.
    const first = Math.max(1, i - limit + 1)
    for (let j = 1; j < first; j++) row.push(limit)
    for (let j = first; j <= Math.min(b.length, i + limit - 1); j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? limit) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    if (Math.min(...row) >= limit) return limit
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, limit)
}

/** Two words without what they begin and end with alike, which no edit touches. */
function apart(one: string, other: string): readonly [string, string] {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start++
  let end = 0
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)]
}
