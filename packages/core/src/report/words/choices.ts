import type { Choice } from '../../check/readings/index.ts'
import { AS_STATED } from '../../check/readings/index.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import { nameOf, vetoName } from './names.ts'
import type { Words } from './say.ts'

/** The case that choices are of, and the words they are told in. */
export interface InWords {
  readonly words: Words
  readonly source: Case
}

/** A choice in plain words. */
export function choiceWords(
  { words: { say, language }, source }: InWords,
  { kind, about }: Pick<Choice, 'kind' | 'about'>
): string {
  if (kind === 'poll') return say('choice.poll', { party: nameOf(source, about) })
  if (kind === 'scenario')
    return say('choice.scenario', { scenario: scenarioTitle(source, about, language) })
  return say(`choice.${kind}`)
}

/** One way to read a choice, in plain words. */
export function optionWords({ words, source }: InWords, { kind }: Choice, option: string): string {
  const { say } = words
  if (option === AS_STATED) return say('choice.stated')
  if (kind === 'poll') return option
  if (kind === 'electorate')
    return option === 'all'
      ? say('choice.electorate.none')
      : say('choice.electorate.without', { party: nameOf(source, option) })
  if (kind === 'veto' && option !== 'none') return vetoWords({ words, source }, option)
  const key = `choice.${kind}.${option}`
  return isOption(key) ? say(key) : option
}

const OPTIONS = [
  'choice.fit.closer',
  'choice.fit.further',
  'choice.undecided.against',
  'choice.undecided.split',
  'choice.undecided.drop',
  'choice.otherwise.low',
  'choice.otherwise.high',
  'choice.effects.none',
  'choice.veto.none',
  'choice.word.own',
  'choice.word.without-advocate',
  'choice.dependence.independent',
  'choice.dependence.party',
  'choice.scenario.yes',
  'choice.scenario.no',
  'choice.staged.first',
  'choice.staged.last',
  'choice.acceptance.smooth'
] as const

const isOption = (key: string): key is (typeof OPTIONS)[number] =>
  (OPTIONS as readonly string[]).includes(key)

const scenarioTitle = ({ scenarios }: Case, id: string, language: string): string => {
  const found = scenarios.find((scenario) => scenario.id === id)
  return found ? textIn(found.title, language) : id
}

/** Without the veto player at a place. */
function vetoWords({ words, source }: InWords, place: string): string {
  for (const { party, ratification } of source.stances.values())
    for (const body of ratification) {
      const found = body.vetoes.find(({ at }) => at === place)
      if (found)
        return words.say('choice.veto.without', {
          veto: vetoName(words, body, found.id),
          party: nameOf(source, party)
        })
    }
  return place
}
