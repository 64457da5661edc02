import type { Hinge, ProposalResult } from '../../check/result.ts'
import { inputWords } from '../study/words.ts'
import { chance, nameOf } from '../words.ts'
import type { Material } from './material.ts'
import { capital, verdictText } from './words.ts'

/** How many judgements are told. */
const TOLD = 6

/** The judgements whose end turns the verdict, with their places. */
export function hinges(
  material: Material,
  { hangsOn, verdict }: ProposalResult
): readonly string[] {
  if (hangsOn.length === 0)
    return [
      `No single judgement: at either end of every range it stays ${verdictText({ verdict })}.`
    ]
  const lines = hangsOn
    .slice(0, TOLD)
    .map((hinge) => `${set(material, hinge)}: ${verdictText(hinge)}, ${chance(hinge.p)}.`)
  return [...lines, ...(hangsOn.length > TOLD ? [`And ${hangsOn.length - TOLD} more.`] : [])]
}

/** What is set how, and where it stands. */
function set({ source, place }: Material, { key, at, kind, party, set: value }: Hinge): string {
  if (kind === 'poll')
    return value === 'alone'
      ? `Ratification read by the poll ${key.replace(/^polls\./, '')} alone`
      : `Ratification in ${party === undefined ? 'all parties' : nameOf(source, party)} ${value}`
  const found = place(at)
  const where = found ? ` (${found.file}:${found.line})` : ''
  return `${capital(inputWords({ source, place }, { key, at, kind }))}${where}, ${kind === 'scenario' ? value : `at ${value}`}`
}
