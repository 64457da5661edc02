import { askPlan } from '@truce/core/ask/plan'
import { renderPlain } from '@truce/core/report'
import { planReport } from '@truce/core/report/plan'
import { oneOf, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'

export const HELP = `truce plan <case> [options]
In which order the steps of a proposal are best carried out, so that nobody gains
by breaking one; who would break it otherwise, and the least that would mend it.

  --proposal <id>        the proposal to carry out (default: the one that most
                         deliverables of the case are for)
  --draws <n>            draws of the uncertain judgements (default 10000)
  --seed <n>             seed of the draws (default 1)
  --dependence <how>     independent (default) or party
  --format <how>         text (default) or json

Exit code 4: in no order found does the path enforce itself.
`

const OPTIONS = {
  proposal: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  dependence: { type: 'string' },
  format: { type: 'string' }
} as const

/** `truce plan`: exit 0 where some order enforces itself, 4 where none was found, 3 on errors. */
export async function planCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('plan takes one case: truce plan <case>')
  const json = (oneOf(args, 'format', ['text', 'json']) ?? 'text') === 'json'
  const proposal = args.values['proposal']
  const answer = askPlan(await openCase(path), {
    ...(typeof proposal === 'string' ? { proposal } : {}),
    draws: wholeNumber(args, 'draws', { least: 1, most: 1_000_000, otherwise: 10_000 }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 1 }),
    dependence: oneOf(args, 'dependence', ['independent', 'party']) ?? 'independent'
  })
  if (answer.refused) return refuse(answer, io, json)
  if (json) printJson(answer.document(), io)
  else io.stdout(renderPlain(planReport(answer.result), { width: io.columns, colour: io.colour }))
  return answer.result.found?.enforcing ? EXIT.done : EXIT.no
}
