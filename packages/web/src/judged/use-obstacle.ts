import { redlineOfParty } from '@truce/core/report/words'
import { useWords } from '../ui/use-words.ts'

/** What stands in the way: a redline by what it says, anything else as the engine names it. */
export function useObstacle(binding: string | undefined): string | undefined {
  const { said, source } = useWords()
  const [, who = '', id = ''] = /^([^.\s]+)\.(\S+)$/.exec(binding ?? '') ?? []
  const redline = source.stances.get(who)?.redlines.find((one) => one.id === id)
  if (!redline) return binding
  return redlineOfParty({ words: said, source }, { party: who, id })
}
