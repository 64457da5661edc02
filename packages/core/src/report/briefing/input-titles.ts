import { textIn } from '../../model/package.ts'
import type { Words } from '../words/index.ts'
import {
  bodyIn,
  inputOf,
  issueTitle,
  nameOf,
  optionTitle,
  proposalTitle,
  wordsOf
} from '../words/index.ts'
import { pollWords } from './cited.ts'
import type { Material } from './material.ts'
import { redlineWords } from './signing-section.ts'

type Ids = NonNullable<ReturnType<typeof inputOf>>['ids']

/** An uncertain input by titles alone: never by an id, a path or a place. */
export function titledInput(material: Material, key: string): string {
  const { source } = material
  const words = wordsOf(material)
  const found = inputOf(key)
  if (!found) return words.say('pages.sure.figure')
  const { kind, ids } = found
  if (kind === 'scenario') return scenarioTitle(material, ids)
  if (kind === 'firmness')
    return words.say('pages.sure.firmness', {
      party: nameOf(source, ids.party),
      redline: redlineOf(material, words, ids)
    })
  return words.say(`input.${kind}`, { ...ids, ...titles(material, words, ids) })
}

function scenarioTitle({ source: { scenarios } }: Material, { scenario }: Ids): string {
  const found = scenarios.find(({ id }) => id === scenario)
  return found ? textIn(found.title) : scenario
}

function redlineOf({ source }: Material, words: Words, { party, redline }: Ids): string {
  const found = source.stances.get(party)?.redlines.find(({ id }) => id === redline)
  return redlineWords(words, found ?? {})
}

function titles({ source }: Material, words: Words, ids: Ids): Partial<Ids> {
  const stance = source.stances.get(ids.party)
  const entry = stance?.noDeal?.ledger.find(({ id }) => id === ids.entry)
  return {
    party: nameOf(source, ids.party),
    issue: issueTitle(source, ids.issue),
    option: optionTitle(words, source, [ids.issue, ids.option]),
    poll: pollWords(words, source, ids.poll),
    proposal: proposalTitle(source, ids.proposal),
    body: bodyIn(words, source, [ids.party, ids.body]),
    ...(entry?.title ? { entry: textIn(entry.title) } : {})
  }
}
