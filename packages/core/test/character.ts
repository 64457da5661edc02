import fc from 'fast-check'

/** Before the halves of surrogate pairs, and how many there are of them. */
const [HALVES, COUNT] = [0xd800, 0x800]

/**
 * Any character but half of a surrogate pair, drawn as `unit: 'binary'` of fast-check draws them.
 * That one first makes a table of all million characters, in every process.
 */
export const character = fc
  .nat(0x10ffff - COUNT)
  .map((n) => String.fromCodePoint(n < HALVES ? n : n + COUNT), numberOf)

function numberOf(text: unknown): number {
  const [only = '', ...more] = typeof text === 'string' ? text : ''
  const code = only.codePointAt(0) ?? HALVES
  if (more.length > 0 || (code >= HALVES && code < HALVES + COUNT))
    throw new Error('this is not one character')
  return code < HALVES ? code : code - COUNT
}
