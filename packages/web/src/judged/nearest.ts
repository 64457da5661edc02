import type { PartyAnswer } from '../engine/protocol.ts'
import type { Standing } from './use-judged.ts'

const ORDER: readonly PartyAnswer['verdict'][] = [
  'dead-on-arrival',
  'unlikely',
  'contested',
  'likely',
  'robust'
]

/**
 * The place of the column nearest to agreement: of the best verdict the one of the highest chance;
 * -1 while none is judged.
 */
export function nearest(standings: readonly Pick<Standing, 'answer'>[]): number {
  const rank = (i: number): readonly [number, number] => {
    const judged = standings[i]?.answer
    return judged ? [ORDER.indexOf(judged.verdict), judged.joint.p] : [-1, -1]
  }
  return standings.reduce((best, { answer }, i) => {
    if (!answer) return best
    const [[verdict, p], [most, highest]] = [rank(i), rank(best)]
    return verdict > most || (verdict === most && p > highest) ? i : best
  }, -1)
}
