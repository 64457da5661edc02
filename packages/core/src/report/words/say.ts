import { en } from './en/index.ts'
import type { Rich } from './rich.ts'
import type { Slots } from './template.ts'
import { fill, fillRich } from './template.ts'

/** What can be said. */
export type Key = keyof typeof en

/** The sentences of a language; English stands for those that are not there yet. */
export type Sentences = Readonly<Partial<Record<Key, string>>>

type Given<Value> = Readonly<Record<string, Value>>

type Filling<K extends Key, Value> =
  unknown extends Slots<(typeof en)[K], Value>
    ? readonly []
    : readonly [values: Slots<(typeof en)[K], Value> & Given<Value>]

/** Everything that is said goes through here, in one language. */
export interface Words {
  readonly language: string
  /** The sentence of a key, with its slots filled. */
  readonly say: <K extends Key>(key: K, ...filling: Filling<K, string | number>) => string
  /** The same where what fills the slots may hold marks. */
  readonly rich: <K extends Key>(key: K, ...filling: Filling<K, Rich | number>) => Rich
  /** Names as a list: a, b and c. */
  readonly list: (items: readonly string[]) => string
}

/** Languages and their sentences. A language joins by a catalogue with the keys of the English. */
const CATALOGUES: ReadonlyMap<string, Sentences> = new Map([['en', en]])

const known = new Map<string, Words>()

/** The words of a language; English where it has no catalogue. */
export function words(language = 'en'): Words {
  const found = known.get(language) ?? wordsFrom(language, CATALOGUES.get(language) ?? {})
  known.set(language, found)
  return found
}

/** The words of what is told in a language, as a report's subject is. */
export const wordsOf = ({ language }: { readonly language?: string }): Words => words(language)

/** Words from a catalogue of sentences, each in English where it is missing. */
export function wordsFrom(language: string, own: Sentences): Words {
  const at = (key: Key): readonly [string, string] => {
    const found = own[key]
    return found === undefined ? [en[key], 'en'] : [found, language]
  }
  const say = (key: Key, ...[values = {}]: readonly Given<string | number>[]): string => {
    const [template, its] = at(key)
    return fill(template, values, its)
  }
  const rich = (key: Key, ...[values = {}]: readonly Given<Rich | number>[]): Rich => {
    const [template, its] = at(key)
    return fillRich(template, values, its)
  }
  return { language, say, rich, list: (items) => listedBy(say, items) }
}

function listedBy(say: Words['say'], items: readonly string[]): string {
  const [first = '', ...others] = items
  return others.reduce(
    (list, next, at) => say(at === others.length - 1 ? 'list.last' : 'list.next', { list, next }),
    first
  )
}
