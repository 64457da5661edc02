import type { Process, Text } from '@truce/core/model'
import type { About, Choice } from './spec.ts'

/** Something of the process that others name. */
interface Named {
  readonly id: string
  readonly title?: Text
}

/** What others may name by its id. */
type Kind = keyof {
  [K in keyof Process as Process[K] extends ReadonlyMap<string, Named> ? K : never]: true
}

/** The entries of a kind, each id with what stands before it in the text. */
const named =
  (kind: Kind, prefix = '') =>
  ({ names }: About): readonly Choice[] => {
    const entries: Iterable<Named> = names.source.process[kind].values()
    return [...entries].map(({ id, title }) => ({
      value: `${prefix}${id}`,
      label: title === undefined ? id.replaceAll('-', ' ') : names.text(title)
    }))
  }

/** Lines on the map, as a baseline names them. */
export const lines = named('lines', 'lines.')
export const channels = named('channels')
export const meetings = named('meetings')
export const deliverables = named('deliverables')
export const gates = named('gates')
export const tracks = named('tracks')

/** What is shown to be done on the ground: withdrawals and deliverables. */
export const verifiable = (about: About): readonly Choice[] => [
  ...named('withdrawals')(about),
  ...deliverables(about)
]

/** Kinds of what a gate may open, and the word that stands before an id of it. */
const OPENED = [
  ['tracks', 'track'],
  ['deliverables', 'deliverable'],
  ['withdrawals', 'withdrawal'],
  ['gates', 'gate']
] as const

/** What a gate may open. */
export const openings = (about: About): readonly Choice[] =>
  OPENED.flatMap(([kind, prefix]) => titled(about, kind, prefix))

/** Kinds of what makes an event, and the word that stands before an id of it. */
const EVENTS = [
  ['withdrawals', 'verified'],
  ['deliverables', 'verified'],
  ['gates', 'gate'],
  ['meetings', 'meeting'],
  ['withdrawals', 'withdrawal'],
  ['deliverables', 'deliverable'],
  ['tracks', 'track']
] as const

/** Whatever a date may be counted from. */
export const events = (about: About): readonly Choice[] => [
  ...['ceasefire', 'signature', 'starts'].map((value) => ({
    value,
    label: about.say(`forms.event.${value}`)
  })),
  ...EVENTS.flatMap(([kind, prefix]) => titled(about, kind, prefix))
]

const titled = (about: About, kind: Kind, prefix: string): readonly Choice[] =>
  named(
    kind,
    `${prefix}.`
  )(about).map(({ value, label }) => ({
    value,
    label: about.say(`forms.event.${prefix}`, { title: label })
  }))

/** The rungs of the case's own ladder. */
export const rungs = ({ names }: About): readonly Choice[] => {
  const { ladder = [] } = names.source.process.escalation ?? {}
  return ladder === 'kahn'
    ? []
    : ladder.map(({ id, title }) => ({ value: id, label: names.text(title) }))
}

/** What winning, yielding and disaster are worth to each side of the escalation. */
export const stakes = ({ names, say }: About): readonly Choice[] =>
  (names.source.process.escalation?.sides ?? []).flatMap((side) =>
    STAKES.map((stake) => ({
      value: `${side}/${stake}`,
      label: say(`forms.stake.${stake}`, { party: names.party(side) })
    }))
  )

export const STAKES = ['win', 'yield', 'disaster'] as const
