import { CUTS } from '../../../worth/conventions.ts'

/** Between which chances a verdict lies, in a sentence. */
export function verdictRange(verdict: 'unlikely' | 'contested' | 'likely' | 'robust'): string {
  if (verdict === 'unlikely') return `A chance that all accept of less than ${CUTS.contested}.`
  if (verdict === 'robust') return `A chance that all accept of ${CUTS.robust} or more.`
  const [from, to] =
    verdict === 'contested' ? [CUTS.contested, CUTS.likely] : [CUTS.likely, CUTS.robust]
  return `A chance that all accept from ${from} to less than ${to}.`
}
