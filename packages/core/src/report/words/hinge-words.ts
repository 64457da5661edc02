import type { Hinge } from '../../check/check-result.ts'
import type { InWords } from './choices.ts'
import { titledInput } from './input-titles.ts'
import { inputOf } from './inputs.ts'
import { nameOf, pollWords } from './names.ts'
import { inPercent } from './numbers.ts'

/** What of a hinge is said: what is set, and how. */
export interface HingeSaid extends Pick<Hinge, 'key' | 'kind' | 'set'> {
  readonly party?: string | undefined
}

/** Inputs that are shares and chances from 0 to 1. */
const SHARES: ReadonlySet<string | undefined> = new Set([
  'firmness',
  'share',
  'stage',
  'threshold',
  'veto'
])

/** A figure and the end of its range that turns a verdict, by titles alone. */
export function hingeWords(about: InWords, { key, kind, party, set: end }: HingeSaid): string {
  const { words, source } = about
  const { say } = words
  const named = inputOf(key)
  if (kind === 'poll' && end === 'alone')
    return say('pages.sure.poll', { poll: pollWords(words, source, named?.ids.poll ?? '') })
  if (kind === 'poll' && named?.kind === 'veto')
    return say('pages.sure.veto', { judgement: titledInput(about, key) })
  if (kind === 'poll')
    return party === undefined
      ? say('pages.sure.ratification.all')
      : say('pages.sure.ratification', { party: nameOf(source, party) })
  const judgement = titledInput(about, key)
  if (kind === 'scenario')
    return say(end === 'yes' ? 'pages.sure.turn.yes' : 'pages.sure.turn.no', { judgement })
  return say('pages.sure.turn.at', {
    judgement,
    end: SHARES.has(named?.kind) ? inPercent(Number(end)) : end
  })
}
