import type { Case } from '@truce/core'
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
import { inputSaid } from './sentence.ts'

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
  const list = (names: readonly string[]): string => new Intl.ListFormat(language).format(names)
  const names = namesIn(source, language)
  const { party, proposal, issue } = names
  const option = (of: string, id: string): string => {
    const [first = '', last] = stagesIn(id).map((stage) => names.option(of, stage))
    return last === undefined ? first : t('deals.staged', { first, last })
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
    say: ({ key, values }) => t(key, values),
    name: (named) =>
      named.proposal === undefined
        ? list(named.standards.map((standard) => t(`deals.standard.${standard}`)))
        : proposal(named.proposal),
    gains: (parties, points) =>
      list(parties.map((id, k) => `${party(id)} ${fine(points[k] ?? 0, n)}`)),
    input: (key) => inputWords(names, { t, party, issue, option }, key)
  }
}

/** Points gained or lost; small ones to a tenth, for an exchange may leave no more. */
function fine(points: number, n: Numbers): string {
  const tenths = Math.round(points * 10) / 10
  if (Math.abs(tenths) >= 1 || tenths === 0) return n.gain(points)
  return `${tenths > 0 ? '+' : ''}${n.judgement(tenths)}`
}

type Parts = Pick<Words, 't' | 'party' | 'issue' | 'option'>

function inputWords(names: CaseNames, { t, party, issue, option }: Parts, key: string): string {
  const said = inputSaid(key)
  const id = (name: string): string => String(said.values[name] ?? '')
  return t(said.key, {
    ...said.values,
    party: party(id('party')),
    issue: issue(id('issue')),
    option: option(id('issue'), id('option')),
    scenario: names.scenario(id('scenario')),
    entry: entryTitle(names, id('party'), id('entry'))
  })
}

function entryTitle({ source, text }: CaseNames, party: string, entry: string): string {
  const title = source.stances.get(party)?.noDeal?.ledger.find(({ id }) => id === entry)?.title
  return title ? text(title) : entry.replaceAll('-', ' ')
}
