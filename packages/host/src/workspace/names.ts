import type { SourceFile } from '@truce/core'
import { isDrawingFile } from '@truce/core/model'
import { StoreRefusal } from '@truce/core/ports'

/** What a case may weigh; the same as the loader reads. Bytes of UTF-8. */
const LIMITS = { files: 200, file: 2_000_000, all: 8_000_000, depth: 6, name: 200 } as const

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/
const SEGMENT = /^[\p{L}\p{M}\p{N}_(][\p{L}\p{M}\p{N} ._()+-]*$/u

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Folders that the loader passes by: a file in one would be saved and never seen again. */
const UNSEEN = new Set(['expected', 'node_modules'])

/** Whether a folder of the workspace can be a case: its name goes into addresses as it is. */
export function isId(id: string): boolean {
  return ID.test(id) && !DEVICE.test(id)
}

/** Refuses files that could not be written and read back as they are on every system. */
export function admit(files: readonly SourceFile[]): void {
  if (files.length === 0)
    throw badName('a case has at least one file', 'send all files of the case')
  if (files.length > LIMITS.files) throw tooLarge(`a case has at most ${LIMITS.files} files`)
  let size = 0
  for (const { name, text } of files) {
    const problem = nameProblem(name)
    if (problem)
      throw badName(`${JSON.stringify(name)} cannot be the name of a file: ${problem}`, NAMES_HELP)
    if (!text.isWellFormed())
      throw badName(
        `the text of ${name} is not well-formed Unicode`,
        'remove the broken characters'
      )
    const bytes = Buffer.byteLength(text)
    size += bytes
    if (bytes > LIMITS.file) throw tooLarge(`${name} is larger than ${LIMITS.file / 1e6} MB`)
  }
  if (size > LIMITS.all) throw tooLarge(`the files are together larger than ${LIMITS.all / 1e6} MB`)
  refuseClashes(files.map(({ name }) => name))
}

const NAMES_HELP =
  'names are paths inside the case, such as `case.yaml` or `stances/upland.yaml`, and end in .yaml, or in .geojson, .kml or .csv for the course of a line'

const badName = (message: string, help: string): StoreRefusal =>
  new StoreRefusal('bad-name', message, help)
const tooLarge = (message: string): StoreRefusal =>
  new StoreRefusal('too-large', message, 'split the case, or shorten it')

function nameProblem(name: string): string | undefined {
  const segments = name.split('/')
  if (name.length > LIMITS.name) return `it has more than ${LIMITS.name} characters`
  if (segments.length > LIMITS.depth) return `it lies more than ${LIMITS.depth} folders deep`
  if (!name.endsWith('.yaml') && !isDrawingFile(name))
    return 'it does not end in .yaml, .geojson, .kml or .csv'
  return segments.map(segmentProblem).find((problem) => problem !== undefined)
}

function segmentProblem(segment: string): string | undefined {
  if (!SEGMENT.test(segment))
    return 'a part of it is empty, starts with a dot or has a character that is not allowed'
  if (/[. ]$/.test(segment)) return 'a part of it ends in a dot or a space'
  if (DEVICE.test(segment)) return 'a part of it is a device on Windows'
  return UNSEEN.has(segment) ? `a folder ${segment} is not read` : undefined
}

/**
 * Two names that one file system tells apart and another does not, or a file that is also a folder.
 */
function refuseClashes(names: readonly string[]): void {
  const seen = new Map<string, string>()
  for (const name of names) {
    const key = folded(name)
    const other = seen.get(key)
    if (other !== undefined)
      throw badName(`${name} and ${other} are one file on some systems`, 'rename one of them')
    seen.set(key, name)
  }
  for (const [key, name] of seen)
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
      const file = seen.get(key.slice(0, end))
      if (file !== undefined)
        throw badName(
          `${file} is a file and a folder at once, for there is ${name}`,
          'rename one of them'
        )
    }
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase()

/**
 * The wished id, or the first free one with a number behind it: neither on the disk nor in the
 * store.
 */
export function freeId(wished: string, isTaken: (id: string) => boolean): string {
  if (!isId(wished))
    throw new StoreRefusal(
      'bad-id',
      `${JSON.stringify(wished.slice(0, 80))} cannot be the id of a case`,
      'use letters, digits, `-` and `_`'
    )
  let id = wished
  for (let count = 2; isTaken(id); count++) id = `${wished.slice(0, 58)}-${count}`
  return id
}

/** There is no such case; said of an id as it was asked for. */
export function noSuchCase(id: string): StoreRefusal {
  const shown = id.length > 80 ? `${id.slice(0, 80)}…` : id
  return new StoreRefusal(
    'no-such-case',
    `the workspace has no case ${JSON.stringify(shown)}`,
    'see the list of cases'
  )
}

/** A case has no such version; `help` says what to do instead. */
export function noSuchVersion(
  id: string,
  version: number,
  help = 'see its list of versions'
): StoreRefusal {
  return new StoreRefusal('no-such-version', `the case ${id} has no version ${version}`, help)
}
