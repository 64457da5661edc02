import type { Line } from '@truce/core/model'
import type { Words } from '../../ui/use-words.ts'

/** What a line is called; where the case gives no title, its id. */
export const lineTitle = ({ text }: Pick<Words, 'text'>, { title, id }: Line): string =>
  title === undefined ? id.replaceAll('-', ' ') : text(title)

/** Whose claim the line is. */
export const claimant = ({ t, party }: Pick<Words, 't' | 'party'>, { claimedBy }: Line): string =>
  claimedBy === undefined ? t('map.claim.nobody') : party(claimedBy)

/** What stands beside the line in the picture: its kind, its day, and whose claim it is. */
export function lineNote(words: Words, line: Line, day: string): string {
  const { t, party } = words
  const kind = t(`forms.line.${line.kind}`)
  return line.claimedBy === undefined
    ? t('map.line.note', { kind, day })
    : t('map.line.claim', { kind, day, party: party(line.claimedBy) })
}

/** All that has to stand with the line wherever it is shown. */
export function lineSaid(words: Words, line: Line, day: string): string {
  const { t, cited } = words
  const source = line.source === undefined ? t('map.source.none') : cited(line.source)
  return t('map.line.said', {
    title: lineTitle(words, line),
    note: lineNote(words, line, day),
    source
  })
}
