import type { Case } from '@truce/core'
import { textIn } from '@truce/core/model'
import type { Words as Said } from '@truce/core/report/words'
import { words as wordsIn } from '@truce/core/report/words'
import { createContext, use } from 'react'
import type { Translate } from '../../messages/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import type { Numbers } from '../../ui/numbers.ts'
import type { Hue } from '../../ui/parties.ts'
import { hueOf } from '../../ui/parties.ts'
import { useNumbers } from '../../ui/use-numbers.ts'

/** The case that is on the table, and the way into its text. */
export interface Ground {
  readonly source: Case
  readonly show: (at: string) => void
}

export const GroundContext = createContext<Ground | undefined>(undefined)

/** The case in words: texts, numbers and names in the language of the interface. */
export interface Words extends Ground {
  readonly t: Translate
  /** The sentences that reports say too. */
  readonly said: Said
  readonly numbers: Numbers
  readonly party: (id: string) => string
  readonly hue: (id: string) => Hue
  readonly option: (issue: string, option: string | undefined) => string
  readonly issue: (id: string) => string
}

/** Only inside of a table with a case. */
export function useWords(): Words {
  const ground = use(GroundContext)
  if (!ground) throw new Error('no case on the table')
  const [t, numbers, language] = [useMessages(), useNumbers(), useLanguage()]
  const { source } = ground
  const found = (id: string) => source.issues.find((issue) => issue.id === id)
  return {
    ...ground,
    t,
    said: wordsIn(language),
    numbers,
    party: (id) => textIn(source.parties.get(id)?.name ?? id, language),
    hue: (id) => hueOf(source, id),
    issue: (id) => textIn(found(id)?.title ?? id, language),
    option: (issue, option = '') =>
      textIn(found(issue)?.options.find(({ id }) => id === option)?.title ?? option, language)
  }
}
