import type { Translate } from '../../messages/index.ts'
import type { Filter, StabilityDocument, Standing } from './document.ts'
import { nameOfState, passes, standsUnder } from './document.ts'
import type { Caption } from './look.ts'
import { linesOf } from './look.ts'
import type { Words } from './words.ts'

/** The language the summary is in. */
export interface Saying {
  readonly t: Translate
  readonly words: Words
  readonly count: (n: number | bigint) => string
}

/** How many states a sentence names before it says "among them". */
const NAMED = 4

/** What the analysis shows on this case, in a few sentences. */
export function summary(
  say: Saying,
  document: StabilityDocument,
  standing: Standing
): readonly string[] {
  const { t, words, count } = say
  const states = t('stability.sum.states', { n: Number(document.feasible) })
  if (standing.all.size === 0) return [t('stability.sum.nothing', { count: states })]
  const every = [...standing.all]
    .filter(([, under]) => under.length === standing.defined.length)
    .map(([state]) => state)
  const key = every.length === 0 ? 'none' : every.length > NAMED ? 'many' : 'some'
  const named = [...every]
    .sort((a, b) => Number(hasName(document, b)) - Number(hasName(document, a)))
    .slice(0, NAMED)
  return [
    `${states}.`,
    t(`stability.sum.every.${key}`, {
      n: every.length,
      states: words.list(named.map(words.state))
    }),
    t('stability.sum.some', { n: standing.all.size - every.length }),
    ...fromStatusQuo({ t, words, count }, document, standing)
  ]
}

function fromStatusQuo(
  { t, words }: Saying,
  { statusQuo }: StabilityDocument,
  standing: Standing
): readonly string[] {
  if (!statusQuo) return []
  const under = standing.all.get(statusQuo.state) ?? []
  const key =
    under.length === 0 ? 'leaves' : under.length === standing.defined.length ? 'every' : 'some'
  const reached = Object.entries(statusQuo.reaches).filter(
    ([state, route]) =>
      state !== statusQuo.state && (route.improvementsOnly || route.byImprovements)
  )
  return [
    t(`stability.sum.quo.${key}`, {
      state: words.state(statusQuo.state),
      concepts: words.list(under.map(words.concept))
    }),
    t('stability.sum.reached', { n: reached.length })
  ]
}

const hasName = (document: StabilityDocument, state: string): boolean =>
  nameOfState(document, state) !== undefined

/** What the filter leaves, in a sentence; empty where nothing is filtered. */
export function filtered(
  say: Saying,
  { document, standing }: { readonly document: StabilityDocument; readonly standing: Standing },
  filter: Filter
): string {
  const { t, words, count } = say
  const { concept, party } = filter
  if (concept === 'any' && party === undefined) return ''
  const states = party === undefined ? standing.all : standing.of.get(party)
  const n = [...(states?.keys() ?? [])].filter((state) => passes(standing, filter, state)).length
  const name = concept === 'any' ? t('stability.concept.any') : words.concept(concept)
  if (party === undefined) return t('stability.sum.concept', { n, concept: name })
  return t('stability.sum.party', {
    n,
    concept: name,
    party: words.party(party),
    of: count(BigInt(document.feasible))
  })
}

/** A state as it is read out: the words on its box, then under what it holds. */
export function spoken(
  { t, words }: Saying,
  standing: Standing,
  at: { readonly caption: Caption; readonly party: string | undefined }
): string {
  const { caption, party } = at
  const under = standsUnder(standing, caption.label, party)
  const concepts = words.list(under.map(words.concept))
  const key =
    party === undefined
      ? under.length > 0
        ? 'holds'
        : 'falls'
      : under.length > 0
        ? 'stays'
        : 'goes'
  return t('stability.node.label', {
    words: [
      ...linesOf(caption).map(({ text }) => text),
      ...(caption.name === undefined ? [words.done(caption.label)] : [])
    ].join(' '),
    standing: t(`stability.node.${key}`, {
      concepts,
      party: party === undefined ? '' : words.party(party)
    })
  })
}
