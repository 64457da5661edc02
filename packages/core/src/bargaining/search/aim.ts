import type { AdditiveGame, Aim, Goal } from './goal.ts'
import { maxMinAim } from './leximax.ts'
import { productAim } from './product.ts'
import { sumAim } from './sum.ts'

/** Makes a goal ready for the search. */
export function aimOf(game: AdditiveGame, goal: Goal): Aim {
  switch (goal.kind) {
    case 'nash':
      return productAim(game)
    case 'maxMin':
      return maxMinAim(game, goal)
    case 'ideal':
      return sumAim(game, {
        floor: true,
        counts: game.base.map((_, party) => (party === goal.party ? 1 : 0))
      })
    case 'welfare':
      return sumAim(game, { floor: goal.floor, counts: game.base.map(() => 1) })
  }
}
