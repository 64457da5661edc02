import type { Text } from '@truce/core/model'
import type { Words } from '../../ui/use-words.ts'

/** What steps of the process are called, by the key of the case that they stand under. */
function titleIn({ source, text }: Words, kind: string, id: string): string | undefined {
  const { withdrawals, meetings, channels, gates, tracks, lines, deliverables } = source.process
  const held: Readonly<Record<string, ReadonlyMap<string, { readonly title?: Text }>>> = {
    withdrawals,
    meetings,
    channels,
    gates,
    tracks,
    lines,
    deliverables
  }
  const title = held[kind]?.get(id)?.title
  return title === undefined ? undefined : text(title)
}

const KINDS = [
  'withdrawals',
  'meetings',
  'channels',
  'gates',
  'tracks',
  'lines',
  'deliverables'
] as const

/** A sentence with what the case calls things, in place of what its text calls them. */
export const inNames = (words: Words, sentence: string): string =>
  sentence.replace(/`([^`]+)`/g, (_, id: string) => {
    const [kind = '', inner] = id.split('.')
    if (inner !== undefined) return titleIn(words, kind, inner) ?? spaced(inner)
    if (words.source.parties.has(id)) return words.party(id)
    const titles = KINDS.flatMap((one) => titleIn(words, one, id) ?? [])
    return titles[0] ?? spaced(id)
  })

const spaced = (id: string): string => id.replaceAll('-', ' ')

/** What an entry of the case is called: its kind, and its title where it has one. */
export function entryWords(words: Words, at: string): string {
  const [kind = '', id] = at.split('/')
  const of = words.t(`ceasefire.of.${kind}`)
  if (id === undefined || kind === 'ceasefire') return of
  const title = titleIn(words, kind, id) ?? spaced(id)
  return words.t('ceasefire.review.entry', { of, title })
}
