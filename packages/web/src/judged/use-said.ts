import type { Issue } from '@truce/core'
import { useWords } from '../ui/use-words.ts'
import type { Said } from './columns.ts'

/** What a package says about an issue, and what it means to choose nothing there, in words. */
export interface SaidWords {
  readonly of: (said: Said, issue: Issue) => string
  readonly nothing: (issue: Issue) => string
  /** What an issue would turn from and into. */
  readonly change: (said: Said, issue: Issue, to: string) => string
}

/** Only inside of a room whose case is read. */
export function useSaid(): SaidWords {
  const { t, option, numbers, issue: title } = useWords()
  const of: SaidWords['of'] = (said, { id }) => {
    if (said.kind === 'open') return t('app.said.open')
    const now = option(id, said.option)
    if (said.kind === 'silent') return t('app.said.silent', { option: now })
    const { term } = said
    if (term?.then === undefined) return now
    const then = option(id, term.then)
    return term.chance
      ? t('app.said.staged.chance', { option: now, then, chance: numbers.range(term.chance.range) })
      : t('app.said.staged', { option: now, then })
  }
  return {
    of,
    nothing: ({ id, ifSilent }) =>
      ifSilent === undefined
        ? t('app.said.leave')
        : t('app.said.nothing', { option: option(id, ifSilent) }),
    change: (said, issue, to) =>
      t('app.said.change', {
        issue: title(issue.id),
        from: of(said, issue),
        to: option(issue.id, to)
      })
  }
}
