import type { Case } from '@truce/core'
import type { Words as Report } from '@truce/core/report/words'
import { inputOf } from '@truce/core/report/words'
import type { Translate } from '../../messages/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import type { CaseNames } from '../../ui/names.ts'
import { namesIn } from '../../ui/names.ts'
import type { Numbers } from '../../ui/numbers.ts'
import { useNumbers } from '../../ui/use-numbers.ts'
import type { Points } from './documents.ts'
import type { Named } from './marks.ts'
import { stagesIn } from './packages.ts'
import type { Names, Said } from './sentence.ts'

/** The case's names, and sentences made of them, in the language of the interface. */
export interface Words extends Names {
  readonly names: CaseNames
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
  const names = namesIn(source, language)
  const { said } = names
  const { say, list } = said
  const { party, proposal, issue } = names
  const option = (of: string, id: string): string => {
    const [first = '', last] = stagesIn(id).map((stage) => names.option(of, stage))
    return last === undefined ? first : say('term.staged', { first, last })
  }
  return {
    names,
    t,
    n,
    list,
    party,
    proposal,
    issue,
    option,
    count: (digits) => n.count(BigInt(digits)),
    admissible: ({ admissible, exact }) => {
      const number = n.count(BigInt(admissible))
      if (exact) return number
      return admissible === '0' ? say('count.unknown') : say('count.least', { n: number })
    },
    say: ({ key, values }) => t(key, values),
    name: (named) =>
      named.proposal === undefined
        ? list(named.standards.map((standard) => say(`standard.${standard}.short`)))
        : proposal(named.proposal),
    said,
    gains: (parties, points) =>
      list(parties.map((id, k) => `${party(id)} ${fine(points[k] ?? 0, n)}`)),
    input: (key) => inputWords(names, option, key)
  }
}

/** Points gained or lost; small ones to a tenth, for an exchange may leave no more. */
function fine(points: number, n: Numbers): string {
  const tenths = Math.round(points * 10) / 10
  if (Math.abs(tenths) >= 1 || tenths === 0) return n.gain(points)
  return `${tenths > 0 ? '+' : ''}${n.judgement(tenths)}`
}

function inputWords(names: CaseNames, option: Words['option'], key: string): string {
  const found = inputOf(key)
  if (!found) return key
  const { ids } = found
  return names.said.say(`input.${found.kind}`, {
    ...ids,
    party: names.party(ids.party),
    issue: names.issue(ids.issue),
    option: option(ids.issue, ids.option),
    scenario: names.scenario(ids.scenario),
    redline: `${ids.party}.${ids.redline}`,
    entry: entryTitle(names, ids.party, ids.entry)
  })
}

function entryTitle({ source, text }: CaseNames, party: string, entry: string): string {
  const title = source.stances.get(party)?.noDeal?.ledger.find(({ id }) => id === entry)?.title
  return title ? text(title) : entry.replaceAll('-', ' ')
}
