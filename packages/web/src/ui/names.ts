import type { Case, Text } from '@truce/core/model'
import { textIn } from '@truce/core/model'
import type { Words as Report } from '@truce/core/report/words'
import { words } from '@truce/core/report/words'

/** What the things of a case are called in one language; their ids where the case does not say. */
export interface CaseNames {
  readonly source: Case
  /** The sentences that reports say too. */
  readonly said: Report
  readonly text: (text: Text) => string
  readonly party: (id: string) => string
  readonly issue: (id: string) => string
  readonly option: (issue: string, id: string) => string
  readonly proposal: (id: string) => string
  readonly scenario: (id: string) => string
  readonly cited: (id: string) => string
  readonly move: (party: string, id: string) => string
}

/** The names of a case in a language such as `fr`; English, else whatever there is, where it has none. */
export function namesIn(source: Case, language: string): CaseNames {
  const text = (given: Text): string => textIn(given, language)
  const titleAmong =
    (list: readonly { readonly id: string; readonly title: Text }[]) =>
    (id: string): string =>
      text(list.find((one) => one.id === id)?.title ?? id)
  return {
    source,
    said: words(language),
    text,
    party: (id) => text(source.parties.get(id)?.name ?? id),
    issue: titleAmong(source.issues),
    option: (issue, id) =>
      titleAmong(source.issues.find((one) => one.id === issue)?.options ?? [])(id),
    proposal: titleAmong(source.proposals),
    scenario: titleAmong(source.scenarios),
    cited: (id) => text(source.sources.get(id)?.title ?? id),
    move: (party, id) =>
      titleAmong(source.graph?.moves.filter((one) => one.party === party) ?? [])(id)
  }
}

/** A pointer as a reader says it: parties and issues by name, the rest by the words of the file. */
export function pointerWords(named: readonly string[], names: CaseNames): string {
  const shown = named.filter(
    (step, index) => !(index === 0 && (step === 'stances' || step === 'parties'))
  )
  return shown
    .map((step) => {
      if (names.source.parties.has(step)) return names.party(step)
      return names.issue(step)
    })
    .join(' · ')
}
