import type { RungRead } from './ladder.ts'
import { otherSide } from './ladder.ts'
import type { GameTree } from './tree.ts'
import { inducted } from './tree.ts'

/** What a side can do on a rung, as the game names it. */
export const LADDER_ACTIONS = { yield: 'yield', climb: 'climb' } as const

/** The ladder as a game, one side moving first: see `solvedLadder`. */
export function ladderGame(rungs: readonly RungRead[], first: 0 | 1): GameTree {
  return from(rungs, 0, first)
}

function from(rungs: readonly RungRead[], at: number, by: 0 | 1): GameTree {
  const here = rungs[Math.max(0, at - 1)] as RungRead
  const step = rungs[Math.min(at, rungs.length - 1)] as RungRead
  const top = at === rungs.length
  return {
    kind: 'move',
    by,
    actions: [
      { name: LADDER_ACTIONS.yield, to: ended(`yields on ${at}`, here, otherSide(by)) },
      {
        name: LADDER_ACTIONS.climb,
        to: {
          kind: 'chance',
          branches: [
            {
              name: 'runs away',
              chance: step.risk,
              to: {
                kind: 'end',
                name: `disaster on ${top ? at : at + 1}`,
                worth: [step.stakes[0].disaster, step.stakes[1].disaster]
              }
            },
            {
              name: 'holds',
              chance: 1 - step.risk,
              to: top ? ended('held on the top', step, by) : from(rungs, at + 1, otherSide(by))
            }
          ]
        }
      }
    ]
  }
}

function ended(name: string, { stakes }: RungRead, winner: 0 | 1): GameTree {
  const worth = (side: 0 | 1): number => (side === winner ? stakes[side].win : stakes[side].yield)
  return { kind: 'end', name, worth: [worth(0), worth(1)] }
}

/** A game with its title and what its two players are called. */
export interface NamedGame {
  readonly title: string
  readonly players: readonly [string, string]
  readonly tree: GameTree
}

/**
 * The game in the text format of Gambit (.efg, version 2). Who moves sees everything before, so each
 * move is an information set of its own; the comment says what is best at each, from the root down.
 */
export function efgOf({ title, players, tree }: NamedGame): string {
  const numbers = { sets: [0, 0], chances: 0, ends: 0 }
  const lines: string[] = []
  const visit = (node: GameTree): void => {
    if (node.kind === 'end') {
      const worth = node.worth.map(decimal).join(', ')
      lines.push(`t "" ${++numbers.ends} ${quoted(node.name)} { ${worth} }`)
      return
    }
    if (node.kind === 'chance') {
      const shares = wholeChances(node.branches.map(({ chance }) => chance))
      const told = node.branches.map(({ name }, k) => `${quoted(name)} ${shares[k]}`).join(' ')
      lines.push(`c "" ${++numbers.chances} "" { ${told} } 0`)
      for (const { to } of node.branches) visit(to)
      return
    }
    const set = (numbers.sets[node.by] ?? 0) + 1
    numbers.sets[node.by] = set
    const names = node.actions.map(({ name }) => quoted(name)).join(' ')
    lines.push(`p "" ${node.by + 1} ${set} "" { ${names} } 0`)
    for (const { to } of node.actions) visit(to)
  }
  visit(tree)
  const best = inducted(tree).best.map((names) => names.join(' or '))
  return [
    `EFG 2 R ${quoted(title)} { ${players.map(quoted).join(' ')} }`,
    quoted(`Subgame perfect, from the root down: ${best.join(', ')}`),
    '',
    ...lines,
    ''
  ].join('\n')
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, "'")}"`

/** Gambit reads decimals exactly, so chances have to add up to 1 digit by digit. */
const DIGITS = 1e9

function wholeChances(chances: readonly number[]): readonly string[] {
  const whole = chances.map((chance) => Math.round(chance * DIGITS))
  const last = whole.length - 1
  const before = whole.slice(0, last).reduce((sum, share) => sum + share, 0)
  whole[last] = DIGITS - before
  return whole.map((share) => decimal(share / DIGITS))
}

const decimal = (value: number): string => String(Number(value.toFixed(9)))
