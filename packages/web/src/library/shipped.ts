/** What a case that ships holds; a test counts it in the files. */
export interface Contents {
  readonly parties: number
  readonly issues: number
  readonly proposals: number
  readonly graph: boolean
}

/**
 * By the library's ids, in the order of the start page: the flagship first, then bargaining, then
 * agreements that were carried out, then ceasefires, then graphs.
 */
export const SHIPPED: Readonly<Record<string, Contents>> = {
  'ukraine/2024-maitra': { parties: 15, issues: 22, proposals: 4, graph: true },
  'ukraine/2022-peace-formula': { parties: 7, issues: 15, proposals: 3, graph: true },
  'ukraine/2022-istanbul': { parties: 4, issues: 12, proposals: 7, graph: false },
  'ukraine/2024-moscow-terms': { parties: 4, issues: 17, proposals: 12, graph: false },
  'ukraine/2025-kiis-packages': { parties: 4, issues: 7, proposals: 3, graph: false },
  'panama-canal/1977': { parties: 2, issues: 10, proposals: 4, graph: false },
  'kosovo/1999-kumanovo': { parties: 3, issues: 8, proposals: 1, graph: false },
  'aceh/2005-helsinki': { parties: 3, issues: 11, proposals: 1, graph: false },
  'austria/1955': { parties: 3, issues: 7, proposals: 1, graph: false },
  'korea/1953': { parties: 4, issues: 4, proposals: 1, graph: false },
  'golan/1974': { parties: 4, issues: 4, proposals: 1, graph: false },
  'ukraine/2015-minsk-2': { parties: 6, issues: 5, proposals: 1, graph: false },
  'classics/cuban-missile-crisis': { parties: 2, issues: 0, proposals: 0, graph: true },
  'classics/elmira': { parties: 3, issues: 0, proposals: 0, graph: true },
  'classics/syria-iraq-1975': { parties: 2, issues: 0, proposals: 0, graph: true },
  'classics/us-north-korea-2017': { parties: 2, issues: 0, proposals: 0, graph: true },
  'classics/us-north-korea-2017-pacifist': { parties: 2, issues: 0, proposals: 0, graph: true },
  'classics/prisoners-dilemma': { parties: 2, issues: 0, proposals: 0, graph: true },
  'classics/chicken': { parties: 2, issues: 0, proposals: 0, graph: true }
}

/** Cases of the library in the order of the start page; those it does not know come last. */
export function inOrder<T extends { readonly id: string }>(cases: readonly T[]): readonly T[] {
  const order = Object.keys(SHIPPED)
  const place = ({ id }: T): number => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...cases].sort((a, b) => place(a) - place(b))
}
