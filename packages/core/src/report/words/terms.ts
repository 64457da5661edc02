import type { GlossaryTerm } from './en/glossary.ts'
import { GLOSSARY } from './en/glossary.ts'

/** A word as it is compared: small letters, hyphens for spaces. */
const plain = (word: string): string => word.trim().toLowerCase().replace(/\s+/g, '-')

/** The names that each term of the glossary goes by. */
const namesOfTerm = ({ id, term, also = [] }: GlossaryTerm): readonly string[] =>
  [id, term, ...also].map(plain)

/** A term of the glossary by its id, its name or another word for it; undefined where it has none. */
export const glossaryTerm = (word: string): GlossaryTerm | undefined =>
  GLOSSARY.find(({ id }) => id === plain(word)) ??
  GLOSSARY.find((term) => namesOfTerm(term).includes(plain(word)))

/** Every word that the glossary can be asked for. */
export const glossaryWords = (): readonly string[] => GLOSSARY.flatMap(namesOfTerm)
