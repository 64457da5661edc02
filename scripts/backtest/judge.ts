// Judges the cases of the back-test as `truce check` does by default.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCase } from '@truce/core'
import { check } from '@truce/core/check'
import { OUTCOMES, type Outcome } from './outcomes.ts'
import type { Forecast } from './score.ts'

/** A text with its joint chance, its verdict, and whether it crosses a redline of somebody. */
export interface Judged extends Outcome, Forecast {
  readonly verdict: string
  readonly crosses: boolean
}

/** Every text of the back-test in the order of the list. `root` is the repository. */
export function judgeAll(root: string): readonly Judged[] {
  return OUTCOMES.map((outcome) => {
    const name = join('cases', 'backtest', outcome.id, 'case.yaml')
    const { case: source, sound } = readCase([
      { name, text: readFileSync(join(root, name), 'utf8') }
    ])
    if (!source || !sound) throw new Error(`${name} cannot be judged`)
    const [text] = check(source, { repairs: 0 }).proposals
    if (!text) throw new Error(`${name} has no proposal`)
    return {
      ...outcome,
      p: text.joint.p,
      happened: outcome.accepted,
      verdict: text.verdict,
      crosses: [...text.parties.values()].some(({ crossed }) => crossed.length > 0)
    }
  })
}
