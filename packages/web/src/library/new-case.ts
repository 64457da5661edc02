import type { SourceFile } from '@truce/core'
import { idFrom } from '../rooms/case/entries.ts'
import { inline, laidOut } from '../state/yaml-lines.ts'

/** Somebody who must accept. */
export interface NewParty {
  readonly name: string
  readonly kind: string
  /** The part it takes; empty until one is chosen. */
  readonly role: string
}

/** A party that nothing is said of yet. */
export const NEW_PARTY: NewParty = { name: '', kind: 'state', role: '' }

/** A question to be settled, with its options one per line. */
export interface NewIssue {
  readonly title: string
  readonly options: string
}

/** What a new case is asked for. */
export interface NewCase {
  readonly title: string
  readonly parties: readonly NewParty[]
  readonly issues: readonly NewIssue[]
}

/** What nothing was filled in for yet: two parties and one issue to begin with. */
export const BLANK: NewCase = {
  title: '',
  parties: [NEW_PARTY, NEW_PARTY],
  issues: [{ title: '', options: '' }]
}

/** What is wrong with an answer: a key of the catalogue and what it is about. */
export interface NewProblem {
  readonly key: string
  readonly what?: string
}

/** What is wrong with each of the three answers; nothing where the case can be begun. */
export function newProblems({ title, parties, issues }: NewCase): {
  readonly title?: NewProblem
  readonly parties?: NewProblem
  readonly issues?: NewProblem
} {
  const names = saidIn(parties.map(({ name }) => name))
  const asked = issues.filter((one) => one.title.trim() !== '' || one.options.trim() !== '')
  const twice = twiceIn(names) ?? twiceIn(saidIn(asked.map((one) => one.title)))
  const idle = parties.find(({ name, role }) => name.trim() !== '' && role === '')
  const short = asked.find((one) => one.title.trim() === '' || linesOf(one.options).length < 2)
  const double = asked.map((one) => twiceIn(linesOf(one.options))).find((one) => one !== undefined)
  return {
    ...(title.trim() === '' ? { title: { key: 'library.start.noTitle' } } : {}),
    ...(names.length < 2
      ? { parties: { key: 'library.start.twoParties' } }
      : twice !== undefined && names.includes(twice)
        ? { parties: { key: 'library.start.twice', what: twice } }
        : idle
          ? { parties: { key: 'library.start.noRole', what: idle.name.trim() } }
          : {}),
    ...(asked.length === 0 || short
      ? { issues: { key: 'library.start.twoOptions', what: short?.title ?? '' } }
      : (double ?? twice) !== undefined && !names.includes(twice ?? '')
        ? { issues: { key: 'library.start.twice', what: double ?? twice ?? '' } }
        : {})
  }
}

/** What an author's own judgements rest on, until something better is cited. */
const OURS = 'Judgements of the authors of this case'

/** The case's text: only what was answered, the day, and a source for one's own judgements. */
export function newCaseFiles(
  { title, parties, issues }: NewCase,
  day: string
): readonly SourceFile[] {
  const named = byId(
    parties.filter(({ name }) => name.trim() !== ''),
    ({ name }) => name,
    ({ name, kind, role }) => ({ name: name.trim(), kind, role })
  )
  const entries: readonly (readonly [string, unknown])[] = [
    ['required', Object.keys(named)],
    ['sources', { ours: { title: OURS, kind: 'assumption' } }],
    ['parties', named],
    [
      'issues',
      byId(
        issues.filter((one) => one.title.trim() !== ''),
        (one) => one.title,
        (one) => ({
          title: one.title.trim(),
          options: byId(linesOf(one.options), String, String)
        })
      )
    ],
    ['stances', {}],
    ['proposals', {}]
  ]
  const head = `truce: 1\ntitle: ${inline(title.trim())}\nas-of: ${day}\n`
  const text = entries.map(([key, value]) => `${key}:${laidOut(value, 2)}\n`).join('')
  return [{ name: 'case.yaml', text: head + text }]
}

function byId<T>(
  list: readonly T[],
  named: (one: T) => string,
  entry: (one: T) => unknown
): Readonly<Record<string, unknown>> {
  const made: Record<string, unknown> = {}
  for (const one of list) made[idFrom(named(one), Object.keys(made))] = entry(one)
  return made
}

const saidIn = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.trim()).filter((text) => text !== '')

const linesOf = (text: string): readonly string[] => saidIn(text.split('\n'))

const twiceIn = (texts: readonly string[]): string | undefined =>
  texts.find((text, index) => texts.indexOf(text) < index)
