/// <reference types="vite/client" />
import { useSyncExternalStore } from 'react'
import type { Catalogue, Values } from './catalogue.ts'
import { fill } from './catalogue.ts'
import type { Language } from './languages.ts'
import { LANGUAGES } from './languages.ts'

export type { Catalogue, Values } from './catalogue.ts'
export type { Language } from './languages.ts'
export { LANGUAGES } from './languages.ts'

/**
 * The text of a key in the language of the interface, English where it has none there; the key
 * itself where there is none at all.
 */
export type Translate = (key: string, values?: Values) => string

/**
 * One file for each language and room: `messages/en/table.ts` exports by default the texts of the
 * room `table`.
 */
const FILES = import.meta.glob<{ readonly default?: Catalogue }>('./*/*.ts')

const KEPT = 'truce.language'
const texts = new Map<Language, Map<string, string>>()
const listeners = new Set<() => void>()
const wanted = new Set<string>()
let language: Language = firstLanguage()
let translate: Translate = makeTranslate()

/**
 * Loads the texts of a room in the present language and in English. Keys may be written with or
 * without the room's name before them.
 */
export async function loadMessages(room: string): Promise<void> {
  wanted.add(room)
  await Promise.all([...new Set<Language>(['en', language])].map((one) => loadFile(one, room)))
}

async function loadFile(one: Language, room: string): Promise<void> {
  const load = FILES[`./${one}/${room}.ts`]
  if (!load) return
  const catalogue = (await load()).default ?? {}
  const known = texts.get(one) ?? new Map<string, string>()
  texts.set(one, known)
  for (const [key, text] of Object.entries(catalogue))
    known.set(key.startsWith(`${room}.`) ? key : `${room}.${key}`, text)
  changed()
}

/** Changes the language of the interface and remembers it. */
export async function setLanguage(next: Language): Promise<void> {
  await Promise.all([...wanted].map((room) => loadFile(next, room)))
  language = next
  localStorage.setItem(KEPT, next)
  document.documentElement.lang = next
  changed()
}

/** Texts of the catalogue, in the language of the interface. */
export function useMessages(): Translate {
  return useSyncExternalStore(subscribe, () => translate)
}

/** The language of the interface. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => language)
}

/** A text outside of components. */
export const message: Translate = (key, values) => translate(key, values)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function changed(): void {
  translate = makeTranslate()
  for (const listener of listeners) listener()
}

function makeTranslate(): Translate {
  const now = language
  return (key, values = {}) => {
    const own = texts.get(now)?.get(key)
    return fill(own ?? texts.get('en')?.get(key) ?? key, values, own === undefined ? 'en' : now)
  }
}

function firstLanguage(): Language {
  const kept = globalThis.localStorage?.getItem(KEPT)
  return kept !== null && kept !== undefined && kept in LANGUAGES ? (kept as Language) : 'en'
}
