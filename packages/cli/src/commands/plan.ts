import { askPlan } from '@truce/core/ask/plan'
import { textIn } from '@truce/core/model'
import type { CarriedOut } from '@truce/core/plan'
import { renderMarkdown, renderPlain } from '@truce/core/report'
import { planPicture } from '@truce/core/report/pictures'
import { planFound, planReport } from '@truce/core/report/plan'
import { docxOf } from '@truce/host'
import { exportCalendar } from '@truce/interchange'
import { oneOf, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'
import { writeNew } from '../write-new.ts'

const HELP = `truce plan <case> [options]
In which order the steps of a proposal are best carried out, so that nobody gains
by breaking one; who would break it otherwise, and the least that would mend it.

  --proposal <id>        the proposal to carry out (default: the one that most
                         deliverables of the case are for)
  --fails <what>         also what follows if a gate or a deliverable (its id) fails:
                         what then does not come, who has given what by then, and
                         who would stop first
  --draws <n>            draws of the uncertain judgements (default 10000)
  --seed <n>             seed of the draws (default 1)
  --dependence <how>     independent (default) or party
  --format <how>         text (default), markdown or json
  --gantt <file.svg>     writes the order as a picture besides
  --calendar <file.ics>  writes the days of the steps as a calendar besides
  --docx <file.docx>     writes the report as a Word document besides

Exit code 4: in no order found does the path enforce itself.

truce plan timetable <case> says when everything is that the case dates.
`

const OPTIONS = {
  proposal: { type: 'string' },
  fails: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  dependence: { type: 'string' },
  format: { type: 'string' },
  gantt: { type: 'string' },
  calendar: { type: 'string' },
  docx: { type: 'string' }
} as const

/** The help of `truce plan`, or of the timetable where that is named. */
export const helpOnPlan = async ([what]: readonly string[]): Promise<string> =>
  what === 'timetable' ? (await import('./plan-timetable.ts')).HELP : HELP

/** `truce plan`: exit 0 where some order enforces itself, 4 where none was found, 3 on errors. */
export async function planCommand(argv: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = argv
  if (first === 'timetable') return (await import('./plan-timetable.ts')).planTimetable(rest, io)
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('plan takes one case: truce plan <case>')
  const format = oneOf(args, 'format', ['text', 'markdown', 'json']) ?? 'text'
  const json = format === 'json'
  const { proposal, fails } = args.values
  const answer = askPlan(await openCase(path), {
    ...(typeof proposal === 'string' ? { proposal } : {}),
    ...(typeof fails === 'string' ? { fails } : {}),
    draws: wholeNumber(args, 'draws', { least: 1, most: 1_000_000, otherwise: 10_000 }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 1 }),
    dependence: oneOf(args, 'dependence', ['independent', 'party']) ?? 'independent'
  })
  if (answer.refused) return refuse(answer, io, json)
  if (json) printJson(answer.document(), io)
  else {
    const blocks = planReport(answer.result)
    io.stdout(
      format === 'markdown'
        ? renderMarkdown(blocks)
        : renderPlain(blocks, { width: io.columns, colour: io.colour })
    )
  }
  for (const [option, make] of Object.entries(FILES)) {
    const file = args.values[option]
    if (typeof file !== 'string') continue
    await writeNew(file, await make(answer.result))
    // stdout is the document's own
    io.stderr(`wrote ${file}\n`)
  }
  return answer.result.found?.enforcing ? EXIT.done : EXIT.no
}

/** What is written into files besides, by the option that asks for it. */
const FILES: Readonly<Record<string, (result: CarriedOut) => Made | Promise<Made>>> = {
  gantt: (result) => planPicture(result) ?? noOrder('draw'),
  calendar: (result) => {
    const made = exportCalendar(result.path.source, planFound(result))
    if (made.refused !== undefined) throw new Error(`no calendar was written: ${made.refused}`)
    return made.text
  },
  docx: (result) => {
    const { title, asOf } = result.path.source
    return docxOf(planReport(result), { title: textIn(title), asOf })
  }
}

type Made = string | Uint8Array

function noOrder(what: string): never {
  throw new Error(`there is no order to ${what}: no file was written`)
}
