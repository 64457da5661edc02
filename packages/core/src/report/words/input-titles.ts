import type { Case, Stance } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { InWords } from './choices.ts'
import type { NamedInput } from './inputs.ts'
import { inputOf } from './inputs.ts'
import {
  bodyIn,
  issueTitle,
  nameOf,
  optionTitle,
  pollWords,
  proposalTitle,
  redlineWords,
  vetoName
} from './names.ts'
import type { Words } from './say.ts'

type Ids = NamedInput['ids']

/** An uncertain input by titles alone: never by an id, a path or a place. */
export function titledInput(about: InWords, key: string): string {
  const { words, source } = about
  const found = inputOf(key)
  if (!found) return words.say('pages.sure.figure')
  const { kind, ids } = found
  if (kind === 'scenario') return scenarioTitle(source, ids)
  if (kind === 'firmness')
    return words.say('pages.sure.firmness', {
      party: nameOf(source, ids.party),
      redline: redlineOf(about, ids)
    })
  return words.say(`input.${kind}`, { ...ids, ...titles(about, ids) })
}

function scenarioTitle({ scenarios }: Case, { scenario }: Ids): string {
  const found = scenarios.find(({ id }) => id === scenario)
  return found ? textIn(found.title) : scenario
}

function redlineOf({ words, source }: InWords, { party, redline }: Ids): string {
  const found = source.stances.get(party)?.redlines.find(({ id }) => id === redline)
  return redlineWords(words, found ?? {})
}

function vetoIn(words: Words, stance: Stance | undefined, { body, veto }: Ids): string {
  const found = stance?.ratification.find(({ id }) => id === body)
  return found ? vetoName(words, found, veto) : veto
}

function titles({ words, source }: InWords, ids: Ids): Partial<Ids> {
  const stance = source.stances.get(ids.party)
  const entry = stance?.noDeal?.ledger.find(({ id }) => id === ids.entry)
  return {
    party: nameOf(source, ids.party),
    issue: issueTitle(source, ids.issue),
    option: optionTitle(words, source, [ids.issue, ids.option]),
    poll: pollWords(words, source, ids.poll),
    proposal: proposalTitle(source, ids.proposal),
    body: bodyIn(words, source, [ids.party, ids.body]),
    veto: vetoIn(words, stance, ids),
    ...(entry?.title ? { entry: textIn(entry.title) } : {})
  }
}
