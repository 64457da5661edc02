import { askBargaining } from '@truce/core/ask/bargaining'
import { nearest } from '@truce/core/diagnostic'
import type { Case } from '@truce/core/model'
import { renderPlain } from '@truce/core/report'
import { bargainingReport } from '@truce/core/report/bargaining'
import { highsSolver } from '@truce/milp'
import { oneOf, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'

export const HELP = `truce solve bargaining <case> [options]
Which packages are efficient, which is best for all by which standard of fairness,
and what would be better for all than each proposal. Exact, at central judgements.

  --parties <ids>          whose deal, with commas (default: every party needed)
  --respect-redlines <how> yes (default): no package crosses one of their redlines
                           of firmness 0.5 and more; no: only the rules bind
  --most <n>               points of the frontier kept; beyond it those kept stand
                           for the rest, and the report says how nearly
  --payments <rates>       parties may pay one another; what a unit is worth to
                           each in points, as us=1,panama=2 (left out: 1)
  --format <how>           text (default) or json
`

const OPTIONS = {
  parties: { type: 'string' },
  'respect-redlines': { type: 'string' },
  most: { type: 'string' },
  payments: { type: 'string' },
  format: { type: 'string' }
} as const

/**
 * `truce solve bargaining`: exit 0 once computed, 1 when the case says too little for it, 3 when it
 * has errors.
 */
export async function solveBargaining(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('solve bargaining takes one case: truce solve bargaining <case>')
  const json = (oneOf(args, 'format', ['text', 'json']) ?? 'text') === 'json'
  const respectRedlines = (oneOf(args, 'respect-redlines', ['yes', 'no']) ?? 'yes') === 'yes'
  const most = wholeNumber(args, 'most', { least: 2, most: 10_000_000, otherwise: 0 })
  const answer = await askBargaining(
    await openCase(path),
    (source) => {
      const parties = partiesOf(args.values['parties'], source)
      const payments = ratesOf(args.values['payments'], source)
      return {
        respectRedlines,
        ...(parties ? { parties } : {}),
        ...(most > 0 ? { most } : {}),
        ...(payments ? { payments } : {})
      }
    },
    highsSolver()
  )
  if (answer.refused) return refuse(answer, io, json)
  if (json) printJson(answer.document(), io)
  else
    io.stdout(
      renderPlain(bargainingReport(answer.result), { width: io.columns, colour: io.colour })
    )
  return EXIT.done
}

function partiesOf(given: unknown, { parties }: Case): readonly string[] | undefined {
  if (given === undefined) return undefined
  const ids = [
    ...new Set(
      String(given)
        .split(',')
        .map((id) => id.trim())
    )
  ].filter((id) => id !== '')
  if (ids.length === 0)
    throw new Usage(
      `--parties: name one or more, with commas; parties: ${[...parties.keys()].join(', ')}`
    )
  const stranger = ids.find((id) => !parties.has(id))
  if (stranger === undefined) return ids
  const near = nearest(stranger, [...parties.keys()])
  throw new Usage(
    `--parties: the case has no party ${stranger}${near ? `; did you mean ${near}?` : `; parties: ${[...parties.keys()].join(', ')}`}`
  )
}

/** Rates such as `us=1,panama=2`; a party left out counts 1. */
function ratesOf(given: unknown, { parties }: Case): ReadonlyMap<string, number> | undefined {
  if (given === undefined) return undefined
  const rates = String(given)
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => part.split('=').map((word) => word.trim()))
  for (const [party = '', rate, more] of rates) {
    if (!parties.has(party))
      throw new Usage(
        `--payments: the case has no party ${party}; parties: ${[...parties.keys()].join(', ')}`
      )
    const number = Number(rate)
    if (more !== undefined || rate === undefined || !(number >= 1e-6 && number <= 1e6))
      throw new Usage('--payments takes a number above 0 for each party, such as us=1,panama=2')
  }
  return new Map(rates.map(([party = '', rate]) => [party, Number(rate)]))
}
