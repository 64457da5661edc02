import type { Case } from '@truce/core'
import { textIn } from '@truce/core/model'
import type { Words as Report } from '@truce/core/report/words'
import { inputOf, words as wordsIn } from '@truce/core/report/words'
import type { Translate } from '../../messages/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import type { Numbers } from '../../ui/numbers.ts'
import { useNumbers } from '../../ui/use-numbers.ts'
import type { Points } from './documents.ts'
import type { Named } from './marks.ts'
import { issueTitle, optionTitles, partyName, proposalTitle } from './packages.ts'
import type { Names, Said } from './sentence.ts'

/** The case's names, and sentences made of them, in the language of the interface. */
export interface Words extends Names {
  readonly t: Translate
  readonly n: Numbers
  readonly say: (said: Said) => string
  readonly issue: (id: string) => string
  readonly option: (issue: string, option: string) => string
  /** What a named package is called. */
  readonly name: (named: Named) => string
  /** The sentences that reports say too. */
  readonly said: Report
  /** `Russia +22 and Ukraine +23`. */
  readonly gains: (parties: readonly string[], points: Points) => string
  /** An uncertain input by its key. */
  readonly input: (key: string) => string
}

/** Words about a case. */
export function useWords(source: Case): Words {
  const t = useMessages()
  const n = useNumbers()
  const language = useLanguage()
  const own = wordsIn(language)
  const { say, list } = own
  const party = (id: string): string => partyName(source, id)
  const proposal = (id: string): string => proposalTitle(source, id)
  const issue = (id: string): string => issueTitle(source, id)
  const option = (of: string, id: string): string => {
    const [first = '', last] = optionTitles(source, of, id)
    return last === undefined ? first : say('term.staged', { first, last })
  }
  return {
    t,
    n,
    list,
    party,
    proposal,
    issue,
    option,
    count: (digits) => n.count(BigInt(digits)),
    say: ({ key, values }) => t(key, values),
    name: (named) =>
      named.proposal === undefined
        ? list(named.standards.map((standard) => say(`standard.${standard}`)))
        : proposal(named.proposal),
    said: own,
    gains: (parties, points) =>
      list(parties.map((id, k) => `${party(id)} ${fine(points[k] ?? 0, n)}`)),
    input: (key) => inputWords(source, { own, party, issue, option }, key)
  }
}

/** Points gained or lost; small ones to a tenth, for an exchange may leave no more. */
function fine(points: number, n: Numbers): string {
  const tenths = Math.round(points * 10) / 10
  if (Math.abs(tenths) >= 1 || tenths === 0) return n.gain(points)
  return `${tenths > 0 ? '+' : ''}${n.judgement(tenths)}`
}

type Parts = Pick<Words, 'party' | 'issue' | 'option'> & { readonly own: Report }

function inputWords(source: Case, { own, party, issue, option }: Parts, key: string): string {
  const found = inputOf(key)
  if (!found) return key
  const { ids } = found
  const scenario = source.scenarios.find(({ id }) => id === ids.scenario)
  return own.say(`input.${found.kind}`, {
    ...ids,
    party: party(ids.party),
    issue: issue(ids.issue),
    option: option(ids.issue, ids.option),
    scenario: scenario ? textIn(scenario.title) : ids.scenario,
    redline: `${ids.party}.${ids.redline}`,
    entry: entryTitle(source, ids.party, ids.entry)
  })
}

function entryTitle(source: Case, party: string, entry: string): string {
  const title = source.stances.get(party)?.noDeal?.ledger.find(({ id }) => id === entry)?.title
  return title ? textIn(title) : entry.replaceAll('-', ' ')
}
