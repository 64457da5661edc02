import { availableParallelism } from 'node:os'
import type { Case } from '@truce/core'
import type { Given } from '@truce/core/ask'
import type { StudyJob, StudyRunner } from '@truce/core/ask/study'
import { askStudy } from '@truce/core/ask/study'
import { renderPlain, VERSION } from '@truce/core/report'
import { placesIn, studyReport } from '@truce/core/report/study'
import type { StudyPart, StudySettings } from '@truce/core/study'
import { CHUNK, STUDY_DEFAULTS } from '@truce/core/study'
import type { Parts } from '@truce/host'
import { partsIn, studyEnsemble } from '@truce/host'
import type { Args } from '../args.ts'
import { oneOf, parse, several, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'
import { telling } from '../progress.ts'
import { databaseOf, FAR, forgetStudy, onDatabase } from '../study-far.ts'

/** The most draws on this computer, and on those of a database. */
const [NEAR, FARTHEST] = [10_000_000, 100_000_000]

export const HELP = `truce solve study <case> [options]
How sure the answers are when every judgement may lie anywhere in its range: how
often each proposal passes, what each party would choose, and which judgements
to check next.

  --draws <n>            draws of the uncertain judgements (default ${STUDY_DEFAULTS.draws})
  --seed <n>             seed of the draws (default ${STUDY_DEFAULTS.seed})
  --dependence <how>     independent (default) or party
  --proposal <id>        tell what to check next for this proposal only (may be
                         given several times; all proposals are compared)
  --parties              tell more of what each party would choose
  --exchange <chance>    in each draw, neighbouring statements of a party in the
                         graph change places with this chance (default 0)
  --workers <n>          threads to compute on (default: one for each processor);
                         the answer is the same for any number
  --resume <file>        keep finished draws in this file, and go on from it
  --database <url>       compute on the workers of this PostgreSQL database (truce
                         worker), up to ${FARTHEST.toLocaleString('en')} draws; the answer is the same
  --keep                 keep the run there when it is done, with its case
  --forget               remove what this study left there, and compute nothing
  --format <how>         text (default) or json

Ctrl-C stops the draws and shows what there is, marked partial (exit 1). With
--database what is finished stays there, and the same command goes on with it;
there the case lies in the database while it is computed.
`

const OPTIONS = {
  draws: { type: 'string' },
  seed: { type: 'string' },
  dependence: { type: 'string' },
  proposal: { type: 'string', multiple: true },
  parties: { type: 'boolean' },
  exchange: { type: 'string' },
  workers: { type: 'string' },
  resume: { type: 'string' },
  ...FAR,
  format: { type: 'string' }
} as const

/**
 * `truce solve study`: exit 0 once computed, 1 when it was stopped early, 3 when the case has
 * errors.
 */
export async function solveStudy(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('solve study takes one case: truce solve study <case>')
  const json = (oneOf(args, 'format', ['text', 'json']) ?? 'text') === 'json'
  const database = databaseOf(args)
  const opened = await openCase(path)
  if (database !== undefined && args.values['forget'] === true)
    return forgotten(database, opened, { args, io })
  const answer = await askStudy(
    opened,
    (source) => {
      if (source.proposals.length === 0)
        throw new Error(`${path} has no proposal to study: add one, or run truce check`)
      return settingsOf(args, source)
    },
    database === undefined ? onThreads(args, io) : onDatabase(database, args, io)
  )
  if (answer.refused) return refuse(answer, io, json)
  const { source, result } = answer
  if (json) printJson(answer.document(), io)
  else {
    const about = { source, place: placesIn(opened) }
    const blocks = studyReport(about, result, { parties: args.values['parties'] === true })
    io.stdout(renderPlain(blocks, { width: io.columns, colour: io.colour }))
  }
  return result.complete ? EXIT.done : EXIT.failed
}

/** Needs the case as it was when it was asked: a run is named by it. */
async function forgotten(
  url: string,
  given: Given,
  { args, io }: { readonly args: Args; readonly io: Io }
): Promise<number> {
  if (!given.case)
    throw new Error('the case cannot be read; see truce worker --runs, and --forget there')
  const settings = settingsOf(args, given.case)
  const was = await forgetStudy(url, { given, settings })
  io.stdout(
    was
      ? 'removed from the database: the case and the finished draws of this study\n'
      : 'nothing of this study, asked like this, is in the database\n'
  )
  return EXIT.done
}

/**
 * Works through the draws until they are done or Ctrl-C is pressed; a second Ctrl-C ends the
 * process.
 */
function onThreads(args: Args, io: Io): StudyRunner {
  return async ({ given, settings }) => {
    const ensemble = studyEnsemble(workersOf(args, settings))
    const kept = partsOf(args, { given, settings })
    const cancel = new AbortController()
    const stop = (): void => cancel.abort()
    process.once('SIGINT', stop)
    const { onProgress, end } = telling(io)
    const { draws } = settings
    try {
      return await ensemble.run(
        { files: given.files, settings },
        {
          draws,
          chunk: CHUNK,
          signal: cancel.signal,
          onProgress,
          ...(kept ? { done: kept.done({ draws, chunk: CHUNK }), onPart: kept.keep } : {})
        }
      )
    } finally {
      end()
      process.off('SIGINT', stop)
    }
  }
}

/** The file of finished parts. Whatever could change a part's bits stands in its first line. */
function partsOf(
  args: Args,
  { given: { hash }, settings }: Omit<StudyJob, 'source'>
): Parts<StudyPart> | undefined {
  const path = args.values['resume']
  if (typeof path !== 'string') return undefined
  const { focus, packages, ...plain } = settings
  return partsIn(path, {
    command: 'solve study',
    truce: VERSION,
    case: hash,
    ...plain,
    proposals: focus?.join() ?? 'all'
  })
}

/** More threads than chunks have nothing to do. */
function workersOf(args: Args, { draws }: StudySettings): number {
  const otherwise = Math.min(availableParallelism(), Math.ceil(draws / CHUNK))
  return wholeNumber(args, 'workers', { least: 1, most: 256, otherwise })
}

function settingsOf(args: Args, source: Case): StudySettings {
  const { exchange = '0' } = args.values
  const chance = String(exchange).trim() === '' ? Number.NaN : Number(exchange)
  if (!(chance >= 0 && chance <= 1)) throw new Usage('--exchange takes a chance from 0 to 1')
  const focus = several(args, 'proposal')
  const missing = focus.find((id) => !source.proposals.some((proposal) => proposal.id === id))
  if (missing !== undefined)
    throw new Usage(
      `the case has no proposal ${missing}; it has ${source.proposals.map(({ id }) => id).join(', ')}`
    )
  return {
    ...STUDY_DEFAULTS,
    draws: wholeNumber(args, 'draws', {
      least: 1,
      most: args.values['database'] === undefined ? NEAR : FARTHEST,
      otherwise: STUDY_DEFAULTS.draws
    }),
    seed: wholeNumber(args, 'seed', {
      least: 0,
      most: Number.MAX_SAFE_INTEGER,
      otherwise: STUDY_DEFAULTS.seed
    }),
    dependence: oneOf(args, 'dependence', ['independent', 'party']) ?? STUDY_DEFAULTS.dependence,
    exchange: chance,
    ...(focus.length > 0 ? { focus } : {})
  }
}
