import type { StudyJob, StudyRunner } from '@truce/core/ask/study'
import { CHUNK } from '@truce/core/study'
import type { Args } from './args.ts'
import type { Io } from './io.ts'
import { Usage } from './io.ts'
import { telling } from './progress.ts'
import { inOneLine } from './refused-store.ts'

/** Options of a study whose draws are computed by the workers of a database. */
export const FAR = {
  database: { type: 'string' },
  keep: { type: 'boolean' },
  forget: { type: 'boolean' }
} as const

/** The address of the database, if the study is to go there. */
export function databaseOf(args: Args): string | undefined {
  const { database, keep, forget, workers, resume } = args.values
  if (typeof database !== 'string') {
    if (keep === true || forget === true)
      throw new Usage(`--${keep ? 'keep' : 'forget'} needs --database: it says what stays there`)
    return undefined
  }
  if (workers !== undefined)
    throw new Usage('--workers counts threads here; with --database start truce worker instead')
  if (resume !== undefined)
    throw new Usage('--resume is not needed with --database: what is finished stays there')
  if (keep === true && forget === true) throw new Usage('--keep and --forget exclude each other')
  return database
}

/**
 * Waits for the workers of a database. Ctrl-C stops them after the chunks under way; what is
 * finished stays, and the same command goes on with it.
 */
export function onDatabase(url: string, args: Args, io: Io): StudyRunner {
  return async ({ given, settings }) => {
    const { studyOnCluster } = await import('@truce/host/ensemble-cluster')
    const { draws } = settings
    const cancel = new AbortController()
    const stop = (): void => cancel.abort()
    process.once('SIGINT', stop)
    const { onProgress, end } = telling(io)
    const ensemble = studyOnCluster({
      url,
      keep: args.values['keep'] === true,
      tell: (words) => io.stderr(`${words}\n`)
    })
    try {
      const run = await ensemble.run(
        { files: given.files, settings },
        { draws, chunk: CHUNK, signal: cancel.signal, onProgress }
      )
      end()
      if (!run.complete)
        io.stderr(
          `stopped; ${run.draws.toLocaleString('en')} draws stay in the database: the same command goes on with them, with --forget it removes them\n`
        )
      return run
    } catch (error) {
      return inOneLine(error)
    } finally {
      end()
      process.off('SIGINT', stop)
    }
  }
}

/** Removes what a study left in the database. Whether there was anything. */
export async function forgetStudy(
  url: string,
  { given, settings }: Omit<StudyJob, 'source'>
): Promise<boolean> {
  const { openCluster, runNamed, STUDY } = await import('@truce/host/ensemble-cluster')
  const cluster = await openCluster(url).catch(inOneLine)
  try {
    const setup = { files: given.files, settings }
    const id = runNamed(STUDY, setup, { draws: settings.draws, chunk: CHUNK })
    return await cluster.forget(id)
  } catch (error) {
    return inOneLine(error)
  } finally {
    await cluster.close()
  }
}
