import type { Hinge } from '../../check/check-result.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { InWords } from './choices.ts'
import { inputOf } from './inputs.ts'
import { bodyName, capital, issueTitle, nameOf } from './names.ts'

/** What of a hinge is said: what is set, and how. */
export interface HingeSaid extends Pick<Hinge, 'key' | 'kind' | 'set'> {
  readonly party?: string | undefined
}

/** What is set how, where `judgement` is what a judgement is called. */
export function hingeSubject(
  { words: { say }, source }: InWords,
  { key, kind, party, set: end }: HingeSaid,
  judgement: string
): string {
  if (kind === 'poll' && end === 'alone')
    return say('hinge.poll.alone', { poll: inputOf(key)?.ids.poll ?? key })
  if (kind === 'poll')
    return party === undefined
      ? say('hinge.poll.all', { end })
      : say('hinge.poll.party', { party: nameOf(source, party), end })
  const named = { judgement: capital(judgement), end }
  return say(kind === 'scenario' ? 'hinge.scenario' : 'hinge.at', named)
}

/** A hinge for people who do not know the case's ids: everything by its title. */
export const hingeWords = (about: InWords, hinge: HingeSaid): string =>
  hingeSubject(about, hinge, titledInput(about, hinge.key))

/** The share in favour where no poll speaks. */
const ASSUMED = /^stances\.([^.]+)\.ratification\.([^.]+)\.otherwise/

/** An input by the titles of what it is about; its key where no words are known for it. */
function titledInput({ words, source }: InWords, key: string): string {
  const assumed = ASSUMED.exec(key)
  if (assumed) {
    const [, party = '', body = ''] = assumed
    const named = { party: nameOf(source, party, words.language) }
    return words.say('hinge.assumed', {
      ...named,
      body: bodyTitle({ words, source }, { party, body })
    })
  }
  const found = inputOf(key)
  if (!found) return key.replace(/^stances\./, '')
  const { ids } = found
  return words.say(`input.${found.kind}`, {
    ...ids,
    ...titlesOf(source, ids, words.language),
    redline: redlineSaid({ words, source }, ids),
    body: bodyTitle({ words, source }, ids)
  })
}

type Ids = NonNullable<ReturnType<typeof inputOf>>['ids']

function titlesOf(source: Case, ids: Ids, language: string): Partial<Ids> {
  const options = source.issues.find(({ id }) => id === ids.issue)?.options ?? []
  const option = options.find(({ id }) => id === ids.option)?.title
  const scenario = source.scenarios.find(({ id }) => id === ids.scenario)?.title
  return {
    party: nameOf(source, ids.party, language),
    issue: issueTitle(source, ids.issue),
    ...(option === undefined ? {} : { option: textIn(option, language) }),
    ...(scenario === undefined ? {} : { scenario: textIn(scenario, language) })
  }
}

function redlineSaid({ words, source }: InWords, { party, redline }: Ids): string {
  const says = source.stances.get(party)?.redlines.find(({ id }) => id === redline)?.says
  return says === undefined
    ? `${nameOf(source, party, words.language)}: ${redline}`
    : words.say('hinge.redline', {
        party: nameOf(source, party, words.language),
        says: textIn(says, words.language)
      })
}

/** A body by its id, or by its place in the list, as keys name it. */
function bodyTitle(
  { words, source }: InWords,
  { party, body }: Pick<Ids, 'party' | 'body'>
): string {
  const bodies = source.stances.get(party)?.ratification ?? []
  const found = bodies.find(({ id }) => id === body) ?? bodies[Number(body)]
  return found ? bodyName(words, found) : body
}
