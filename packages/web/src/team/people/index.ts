import { loadMessages } from '../../messages/index.ts'

/** What stands around the page of a team: who is signed in, and the ways in. */
export async function teamGate() {
  const [{ TeamGate }] = await Promise.all([import('./gate.tsx'), loadMessages('people')])
  return TeamGate
}
