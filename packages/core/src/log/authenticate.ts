import type { Signed, Verifier } from '../ports/index.ts'
import type { SignedEntry } from './envelope.ts'
import { signatureOf, signedBytes } from './envelope.ts'
import type { RecordProblem } from './problems.ts'
import type { KeyRing } from './ring.ts'

/** What is wrong with who speaks, the signature aside. */
export function authorProblems(
  { author, kind }: SignedEntry,
  ring: KeyRing
): readonly RecordProblem[] {
  const key = ring.get(author.key)
  if (key === undefined) return [{ code: 'unknown-key', data: { key: author.key } }]
  const { party, role, revoked } = key
  const problems: RecordProblem[] = []
  if (party !== author.party)
    problems.push({ code: 'wrong-party', data: { party: author.party, owner: party } })
  if (revoked)
    problems.push({ code: 'revoked-key', data: { key: author.key, number: revoked.entry } })
  if (role === 'witness' && kind !== 'key.revoked')
    problems.push({ code: 'role', data: { role, party } })
  return problems
}

/** What there is to verify of an entry; undefined where its key is not known. */
export function signedOf(
  entry: SignedEntry,
  ring: KeyRing,
  message = signedBytes(entry)
): Signed | undefined {
  const publicKey = ring.get(entry.author.key)?.publicKey
  return publicKey && { publicKey, message, signature: signatureOf(entry) }
}

/** All that is wrong with who speaks: whether the key is known, the party's, good, and did sign. */
export async function authenticate(
  entry: SignedEntry,
  ring: KeyRing,
  verifier: Verifier
): Promise<readonly RecordProblem[]> {
  const problems = authorProblems(entry, ring)
  const signed = signedOf(entry, ring)
  if (signed === undefined || (await verifier(signed))) return problems
  return [...problems, badSignature(entry)]
}

/** That the signature does not fit. */
export const badSignature = ({
  author
}: {
  readonly author: { readonly key: string }
}): RecordProblem => ({
  code: 'bad-signature',
  data: { key: author.key }
})
