import { readFile } from 'node:fs/promises'
import type { ZonesAsked } from '@truce/core/ask/zones'
import { drawingProblem } from '@truce/core/case/beside'
import type { Settlement } from '@truce/core/geo'
import { Undrawable } from '@truce/core/geo'
import type { Moment } from '@truce/core/model'
import { parseInstant } from '@truce/core/timetable'
import { importPositions, importSettlements } from '@truce/interchange'
import type { Args } from '../args.ts'
import { Usage } from '../io.ts'
import type { Opened } from '../open.ts'

/** The settlements of the list under `--places`. */
export async function placesIn(file: unknown): Promise<readonly Settlement[]> {
  if (typeof file !== 'string') return []
  const text = await textOf('places', file)
  try {
    return importSettlements(file, text)
  } catch (error) {
    if (!(error instanceof Undrawable)) throw error
    const { what, spot, found } = error
    const row = spot.feature === undefined ? '' : `, entry ${spot.feature}`
    const [problem, help] =
      what === 'not-csv'
        ? ['it is no table with name, lon and lat', 'name the columns so']
        : drawingProblem(what)
    const shown = found === '' ? '' : ` (found: ${found.slice(0, 100)})`
    throw new Usage(`--places: ${file}${row}: ${problem}${shown}; ${help}`)
  }
}

/** What was seen, and when it is judged, from `--positions` and `--at`. */
export async function positionsIn(
  { values }: Args,
  { case: source }: Opened
): Promise<Pick<ZonesAsked, 'positions'>> {
  const [file, at] = [values['positions'], values['at']]
  if (typeof file !== 'string') {
    if (at !== undefined)
      throw new Usage('--at says when positions are judged: give --positions too')
    return {}
  }
  if (typeof at !== 'string')
    throw new Usage('--positions needs the moment: --at "2024-08-01T00:00[Europe/Kyiv]"')
  const text = await textOf('positions', file)
  if (!source) return {}
  const seen = importPositions(
    { name: file, text },
    {
      parties: [...source.parties.keys()],
      withdrawals: [...source.process.withdrawals.keys()]
    }
  )
  if ('refused' in seen) throw new Usage(`--positions: ${file}: ${seen.refused}`)
  const [signature, eif] = [values['signature'], values['eif']]
  return {
    positions: {
      seen,
      at: instantOf('at', at),
      ...(typeof signature === 'string' ? { signature: instantOf('signature', signature) } : {}),
      ...(typeof eif === 'string' ? { eif: instantOf('eif', eif) } : {})
    }
  }
}

function instantOf(option: string, text: string): Moment {
  const parsed = parseInstant(text)
  if (parsed.ok) return parsed.instant
  throw new Usage(
    `--${option} takes a local time with its zone, such as "2024-08-01T00:00[Europe/Kyiv]"; ${text}: ${parsed.problem}`
  )
}

async function textOf(option: string, file: string): Promise<string> {
  return await readFile(file, 'utf8').catch(() => {
    throw new Usage(`--${option}: ${file} cannot be read`)
  })
}
