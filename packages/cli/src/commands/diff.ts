import { askDiff, askDiffProposals } from '@truce/core/ask/diff'
import type { Case } from '@truce/core/model'
import { diffProposalsReport, diffReport, renderMarkdown, renderPlain } from '@truce/core/report'
import type { Args } from '../args.ts'
import { oneOf, parse, wholeNumber } from '../args.ts'
import { DRAFT, readDraft } from '../draft.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'

export const HELP = `truce diff <case> <case> [options]
truce diff <case> --proposals <id>,<id> [options]
Lays two views of one war, or two versions of a case, side by side in their own words: stances, redlines and verdicts that differ,
and whether the deal space is another. With --proposals: two proposals of one case, term by term, with chances.

  --proposals <id>,<id>  two proposals of one case
  --terms <file|->       a draft's terms, which --proposals may name as \`draft\`
  --draws <n>            draws of the uncertain judgements (default 10000)
  --seed <n>             seed of the draws (default 1)
  --format <how>         text (default), json or markdown
`

type Format = 'text' | 'json' | 'markdown'

/** `truce diff`: exit 0 once compared, whatever differs. */
export async function diffCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, {
    proposals: { type: 'string' },
    terms: { type: 'string' },
    draws: { type: 'string' },
    seed: { type: 'string' },
    format: { type: 'string' }
  })
  const format = oneOf(args, 'format', ['text', 'json', 'markdown']) ?? 'text'
  const settings = {
    draws: wholeNumber(args, 'draws', { least: 1, most: 10_000_000, otherwise: 10_000 }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 1 })
  }
  if (args.values['proposals'] !== undefined)
    return await diffProposals(args, io, { format, settings })
  if (args.values['terms'] !== undefined)
    throw new Usage('--terms goes with --proposals, which names the draft as `draft`')
  const [left, right, extra] = args.positionals
  if (left === undefined || right === undefined || extra !== undefined)
    throw new Usage('diff takes two cases: truce diff <case> <case>')
  const answer = askDiff([await openCase(left), await openCase(right)], {
    ...settings,
    cases: [left, right]
  })
  if (answer.refused) return refuse(answer, io, format === 'json')
  if (format === 'json') printJson(answer.document(), io)
  else print(diffReport(answer.result), format, io)
  return EXIT.done
}

async function diffProposals(
  args: Args,
  io: Io,
  {
    format,
    settings
  }: {
    readonly format: Format
    readonly settings: { readonly draws: number; readonly seed: number }
  }
): Promise<number> {
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('diff --proposals takes one case: truce diff <case> --proposals <id>,<id>')
  const terms = args.values['terms']
  const drafts = terms === undefined ? [] : [await readDraft(String(terms), io)]
  const answer = askDiffProposals(await openCase(path, drafts), (source) => ({
    ...settings,
    proposals: twoOf(String(args.values['proposals']), source, drafts.length > 0),
    drafts: drafts.map(({ name }) => name)
  }))
  if (answer.refused) return refuse(answer, io, format === 'json')
  if (format === 'json') printJson(answer.document(), io)
  else print(diffProposalsReport(answer.result), format, io)
  return EXIT.done
}

function print(
  blocks: Parameters<typeof renderPlain>[0],
  format: Exclude<Format, 'json'>,
  io: Io
): void {
  if (format === 'markdown') io.stdout(renderMarkdown(blocks))
  else io.stdout(renderPlain(blocks, { width: io.columns, colour: io.colour }))
}

/** The two proposals asked for, both known to the case. */
function twoOf(given: string, { proposals }: Case, drafted: boolean): readonly [string, string] {
  const [left, right, extra] = given.split(',').map((id) => id.trim())
  if (!left || !right || extra !== undefined || left === right)
    throw new Usage('--proposals takes two different ids with a comma: --proposals first,second')
  const ids = proposals.map(({ id }) => id)
  for (const id of [left, right])
    if (!ids.includes(id))
      throw new Usage(
        id === DRAFT && !drafted
          ? '--proposals names `draft`: give its terms with --terms <file|->'
          : `the case has no proposal ${id}; proposals: ${ids.join(', ')}`
      )
  return [left, right]
}
