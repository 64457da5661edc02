import { isWorse } from '@truce/core/worth'
import type { Judged, Repaired } from '../engine/protocol.ts'

/** A change whose chance is not greater by this would be written with the same figure. */
export const GAIN = 0.005

/** Whether a repair makes the verdict better, or the chance so much greater that it shows. */
export const helps = (
  { verdict, p }: Pick<Repaired, 'verdict' | 'p'>,
  judged: Pick<Judged, 'verdict' | 'joint'>
): boolean => isWorse(judged.verdict, verdict) || p > judged.joint.p + GAIN
