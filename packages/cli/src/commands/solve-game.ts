import { readFile, stat } from 'node:fs/promises'
import { askGame } from '@truce/core/ask/game'
import { GameText } from '@truce/core/games'
import { renderPlain } from '@truce/core/report'
import { gameReport } from '@truce/core/report/games'
import { oneOf, parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { printJson } from '../open.ts'

export const HELP = `truce solve game <file> [options]
A small game by itself, in the text formats of Gambit: what nobody would depart
from, in exact fractions.

  .nfg   two players who choose at the same time: all extreme Nash equilibria,
         with chance and without
  .efg   moves one after the other, with chance and with what players cannot
         see: reasoned from the end where everybody sees everything, and all
         extreme Nash equilibria where two play

  --format <how>         text (default) or json

\`truce export nfg <case>\` makes such a game of a case's graph.
`

/** A file that is larger holds no small game. */
const MOST_BYTES = 5_000_000

/** `truce solve game`: exit 0 once solved, 3 when the file holds no game that can be. */
export async function solveGameCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, { format: { type: 'string' } })
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('solve game takes one file: truce solve game <file>')
  const json = (oneOf(args, 'format', ['text', 'json']) ?? 'text') === 'json'
  const found = await stat(path)
  if (!found.isFile()) throw new Usage(`solve game takes a .nfg or .efg file, and ${path} is none`)
  if (found.size > MOST_BYTES) throw new Error(`${path} is larger than 5 MB`)
  const text = await readFile(path, 'utf8')
  try {
    const answer = askGame(text)
    if (json) printJson(answer.document(), io)
    else io.stdout(renderPlain(gameReport(answer.result), { width: io.columns, colour: io.colour }))
    return EXIT.done
  } catch (error) {
    if (!(error instanceof GameText)) throw error
    io.stderr(`truce: ${path}, ${error.message}\n`)
    return EXIT.broken
  }
}
