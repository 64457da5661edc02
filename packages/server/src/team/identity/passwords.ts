import { Refusal } from '../../refusal.ts'

/** The least and the most letters of a password. */
export const [SHORTEST, LONGEST] = [12, 128]

/** Of a name or an address only parts as long as this are looked for. */
const PART = 4
const DIFFERENT = 5

/**
 * Refuses a password that is easy to guess for whoever knows the person. No list of passwords that
 * leaked can be asked: a team's server reaches nothing outside.
 */
export function checkPassword(
  password: string,
  { name, email }: { readonly name: string; readonly email: string }
): void {
  const letters = [...password]
  if (letters.length < SHORTEST || letters.length > LONGEST)
    throw weak(`a password has ${SHORTEST} to ${LONGEST} letters`)
  if (new Set(letters).size < DIFFERENT)
    throw weak(`a password has at least ${DIFFERENT} different letters`)
  const plain = folded(password)
  const parts = [...email.split(/[@.]/), ...name.split(/\s+/), name.replaceAll(/\s+/g, '')]
  if (parts.some((part) => [...part].length >= PART && plain.includes(folded(part))))
    throw weak('the password contains a part of the name or of the e-mail address')
}

const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

const weak = (message: string): Refusal =>
  new Refusal(422, 'weak-password', {
    message,
    help: 'four or five words that have nothing to do with each other are easy to keep and hard to guess'
  })
