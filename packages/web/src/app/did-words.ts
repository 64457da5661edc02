import { useLanguage, useMessages } from '../messages/index.ts'
import type { Did } from '../state/did.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import type { CaseNames } from '../ui/names.ts'
import { namesIn } from '../ui/names.ts'

/** What a step did, in words, with the names of the case as far as they are known. */
export function useDidWords(): (did: Did) => string {
  const t = useMessages()
  const language = useLanguage()
  const { case: source } = useWorkbench().view
  const names = source && namesIn(source, language)
  return ({ deed }) => {
    if (deed.kind === 'set') return t('work.did.set', { place: placeWords(deed.at, names) })
    if (deed.kind === 'option') {
      const issue = names?.issue(deed.issue) ?? deed.issue
      if (deed.option === undefined) return t('work.did.option.open', { issue })
      const option = names?.option(deed.issue, deed.option) ?? deed.option
      return t('work.did.option', { issue, option })
    }
    return t(`work.did.${deed.kind}`, { ...deed })
  }
}

/**
 * A place of the case, such as `stances/russia/redlines/no-nato/firmness`, by what is called
 * something there: `Russia · no-nato · firmness`.
 */
export function placeWords(at: string, names: CaseNames | undefined): string {
  const [top = '', second, ...rest] = at.split('/')
  if (second === undefined) return top
  const named: Readonly<Record<string, ((id: string) => string) | undefined>> = {
    stances: names?.party,
    parties: names?.party,
    issues: names?.issue,
    proposals: names?.proposal,
    sources: names?.cited
  }
  const first = named[top]?.(second) ?? second
  const words = rest.flatMap((step, i) => {
    if (GROUPS.has(step)) return []
    return rest[i - 1] === 'interests' || rest[i - 1] === 'terms'
      ? (names?.issue(step) ?? step)
      : step
  })
  return [first, ...words].join(' · ')
}

/** Names of lists, which say nothing beside the name of what is in them. */
const GROUPS = new Set(['redlines', 'interests', 'options', 'terms'])
