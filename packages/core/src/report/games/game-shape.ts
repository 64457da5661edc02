import { z } from 'zod'
import type { DocumentOf } from '../shapes.ts'
import { headShape, ids } from '../shapes.ts'

const exact = z
  .string()
  .regex(/^-?\d+(\/\d+)?$/)
  .meta({ id: 'exact', description: 'A number, exactly: `3`, `-1` or `2/7`.' })

const mix = z
  .array(exact)
  .meta({ id: 'mix', description: 'The chance of each strategy of a player, in their order.' })

const equilibrium = z
  .strictObject({
    mixes: z.array(mix).describe('the mix of each of the two players'),
    payoffs: z.array(exact).describe('what each of them gets'),
    pure: z.boolean().describe('whether nothing is left to chance'),
    set: z.int().min(0).nullable().describe('the connected set it belongs to, from 0')
  })
  .meta({ id: 'equilibrium', description: 'A Nash equilibrium that is no mixture of others.' })

const gameTable = z
  .strictObject({
    strategies: z.array(ids).describe('of each of the two players'),
    equilibria: z.array(equilibrium).describe('those without chance first'),
    sought: z
      .enum(['all', 'pure'])
      .describe('`pure`: the table is too large for equilibria with chance'),
    degenerate: z
      .boolean()
      .nullable()
      .describe('whether mixtures of equilibria of one set may be equilibria too'),
    sets: z.int().min(0).nullable().describe('how many connected sets there are')
  })
  .meta({ id: 'gameTable', description: 'A table of two players and its extreme equilibria.' })

const plan = z
  .strictObject({
    choices: z
      .array(
        z.strictObject({
          player: z.string(),
          set: z.int().min(0),
          name: z.string(),
          move: z.string()
        })
      )
      .describe('the move at each information set'),
    payoffs: z.array(exact).describe('what each player gets')
  })
  .meta({ id: 'plan', description: 'What everybody does wherever they may move.' })

/** The document of `solve game`. */
export const gameShape = z
  .strictObject({
    ...headShape('solve game'),
    game: z
      .strictObject({ kind: z.enum(['table', 'tree']), title: z.string() })
      .describe('`kind` (`table` or `tree`) and `title`'),
    method: z.string().describe('how it was solved, in words'),
    players: ids.describe("the players' names, in the order of all lists below"),
    perfect: z
      .boolean()
      .nullable()
      .describe('of a tree: whether every player always knows all that happened'),
    backward: z
      .strictObject({ plans: z.array(plan), all: z.boolean() })
      .nullable()
      .describe('subgame-perfect plans, and whether these are all; `null` for other games'),
    table: gameTable
      .nullable()
      .describe('the game as a table; `null` where it is too large or not of two players')
  })
  .describe('A small game and its equilibria.')

/** The same as a type. */
export type GameDocument = DocumentOf<typeof gameShape>
