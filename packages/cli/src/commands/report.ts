import { askReport } from '@truce/core/ask/report'
import type { Case } from '@truce/core/model'
import { textIn } from '@truce/core/model'
import { studyAside } from '@truce/host'
import { highsSolver } from '@truce/milp'
import type { Args } from '../args.ts'
import { parse, several, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, refuse } from '../open.ts'
import { documentWanted, writeDocument } from '../written-document.ts'
import { drawingsOf } from './case-drawings.ts'

export const HELP = `truce report <case> --to md|html|docx|pdf [options]
Writes a briefing on a case. Its first two pages say in plain words what is
proposed, who would sign, what stands in the way, what would help, how sure that
is and whether it would hold; an annex says what stands behind them: verdicts,
who walks and why, the deal space, every assumption, and the sources.

  --to <format>          md, html, docx or pdf; by the ending of --out if left out
  --out <file>           a file that does not exist yet; needed for docx and pdf.
                         Pictures of Markdown are written beside it as .svg
  --short                the first pages alone, without the annex
  --proposal <id>        only this proposal (may be given several times); without
                         it the first pages speak of the one nearest to agreement
  --draws <n>            draws of the uncertain judgements (default 10000)
  --seed <n>             seed of the draws (default 1)

The same case, seed and draws give the same bytes. Its date is the case's as-of.
`

const OPTIONS = {
  to: { type: 'string' },
  out: { type: 'string' },
  proposal: { type: 'string', multiple: true },
  short: { type: 'boolean' },
  draws: { type: 'string' },
  seed: { type: 'string' }
} as const

/** `truce report`: exit 0 once written, 3 when the case has errors. */
export async function reportCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('report takes one case: truce report <case> --to pdf --out <file>')
  const wanted = documentWanted(args, 'report')
  const settings = {
    short: args.values['short'] === true,
    draws: wholeNumber(args, 'draws', { least: 1, most: 1_000_000, otherwise: 10_000 }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 1 })
  }
  const opened = await openCase(path)
  const drawings = settings.short ? undefined : await drawingsOf(path, opened)
  const answer = await askReport(
    opened,
    (source) => {
      const proposals = chosen(source, args)
      return {
        ...settings,
        ...(drawings ? { drawings } : {}),
        ...(proposals.length > 0 ? { proposals } : {})
      }
    },
    { solver: highsSolver(), study: studyAside() }
  )
  if (answer.refused) return refuse(answer, io)
  const blocks = answer.document()
  const { title, asOf } = answer.source
  await writeDocument(blocks, { ...wanted, about: { title: textIn(title), asOf } }, io)
  return EXIT.done
}

function chosen({ proposals }: Case, args: Args): readonly string[] {
  const wanted = several(args, 'proposal')
  const missing = wanted.find((id) => !proposals.some((proposal) => proposal.id === id))
  if (missing === undefined) return wanted
  const named = proposals.map(({ id }) => id).join(', ')
  throw new Usage(`the case has no proposal ${missing}${named === '' ? '' : `; it has ${named}`}`)
}
