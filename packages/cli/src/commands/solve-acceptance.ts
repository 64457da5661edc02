import type { Case } from '@truce/core'
import { askAcceptance } from '@truce/core/ask/acceptance'
import { renderPlain } from '@truce/core/report'
import { acceptanceReport } from '@truce/core/report/acceptance'
import { oneOf, parse, several, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'
import { telling } from '../progress.ts'

export const HELP = `truce solve acceptance <case> [options]
Which of all packages is likeliest to be accepted by everybody who must, with a
bound that no package exceeds; what holds that chance down (redlines,
ratification, scenarios); and what each change to a proposal buys.

  --from <id>            price the changes to this proposal (may be given several
                         times)
  --changes <n>          at most so many changes to it (default 6)
  --only-best            leave out what holds the chance down, what gains cost and
                         other readings
  --draws <n>            draws of the uncertain judgements (default 10000)
  --seed <n>             seed of the draws (default 1)
  --dependence <how>     independent (default) or party
  --budget <n>           millions of draws that the proof may look at (default
                         60); where they do not suffice a gap is told
  --format <how>         text (default) or json
`

const OPTIONS = {
  from: { type: 'string', multiple: true },
  changes: { type: 'string' },
  'only-best': { type: 'boolean' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  dependence: { type: 'string' },
  budget: { type: 'string' },
  format: { type: 'string' }
} as const

type Args = ReturnType<typeof parse>

/** `truce solve acceptance`: exit 0 once computed, 3 when the case has errors. */
export async function solveAcceptance(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('solve acceptance takes one case: truce solve acceptance <case>')
  const json = (oneOf(args, 'format', ['text', 'json']) ?? 'text') === 'json'
  const opened = await openCase(path)
  const { onProgress, end } = telling(io, 'parts of the work')
  const answer = await askAcceptance(opened, (source) => settingsOf(args, source), {
    // Whoever reads the answer from a file has no use for how far it was.
    onProgress: (share) => {
      if (process.stderr.isTTY) onProgress(Math.round(100 * share), 100)
    }
  }).finally(end)
  if (answer.refused) return refuse(answer, io, json)
  if (json) printJson(answer.document(), io)
  else
    io.stdout(
      renderPlain(acceptanceReport(answer.result), { width: io.columns, colour: io.colour })
    )
  return EXIT.done
}

function settingsOf(args: Args, { proposals }: Case) {
  const from = several(args, 'from')
  const missing = from.find((id) => !proposals.some((proposal) => proposal.id === id))
  if (missing !== undefined)
    throw new Usage(
      proposals.length > 0
        ? `--from names a proposal, and the case has none called "${missing}"; it has ${proposals.map(({ id }) => id).join(', ')}`
        : '--from names a proposal, and the case has none'
    )
  const all = args.values['only-best'] !== true
  return {
    proposals: from,
    ceilings: all,
    frontiers: all,
    readings: all,
    changes: wholeNumber(args, 'changes', { least: 1, most: 100, otherwise: 6 }),
    draws: wholeNumber(args, 'draws', { least: 1, most: 1_000_000, otherwise: 10_000 }),
    seed: wholeNumber(args, 'seed', {
      least: 0,
      most: Number.MAX_SAFE_INTEGER,
      otherwise: 1
    }),
    dependence: oneOf(args, 'dependence', ['independent', 'party']) ?? ('independent' as const),
    budget: wholeNumber(args, 'budget', { least: 0, most: 1_000_000, otherwise: 60 })
  }
}
