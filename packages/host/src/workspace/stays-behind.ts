import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadCase } from '../load.ts'
import { RECORD_ID } from '../record/record-shelf.ts'
import { isId } from './names.ts'

/** What lies in a workspace's folder and is no part of its cases and records, and why. */
export interface StaysBehind {
  /** Its path within the folder. */
  readonly path: string
  readonly why: string
  /** Whether a copy would have another text than the file has: no copy is made of that. */
  readonly altered: boolean
}

const OWN = /^(?:versions\.db(?:-wal|-shm)?|lock|staging|removed|records)$/
/** Folders within a case that the loader passes by. */
const UNREAD = /^(?:\..*|expected|node_modules)$/
const RECORD = /^(?:record\.sqlite(?:-wal|-shm)?|case|clock|reads\.jsonl|keys)$/

/** Everything in a workspace's folder that a copy of its cases and records does not have. */
export async function staysBehind(folder: string): Promise<readonly StaysBehind[]> {
  const own = join('.truce', 'removed')
  return [
    ...(await besideCases(folder, '')),
    ...(await others(folder, '.truce', (name) => OWN.test(name))),
    ...(await besideCases(folder, own)),
    ...(await besideRecords(folder))
  ]
}

/** What lies in a folder of cases: what is no case, and what is in cases and is none of their files. */
async function besideCases(folder: string, within: string): Promise<readonly StaysBehind[]> {
  const found: StaysBehind[] = []
  for (const entry of await entriesOf(join(folder, within))) {
    const path = join(within, entry.name)
    if (path === '.truce') continue
    const removedTwice = within !== '' && (await lstat(join(folder, entry.name)).catch(() => null))
    if (!entry.isDirectory() || !isId(entry.name)) found.push(stays(path, 'it is no case'))
    else if (removedTwice) found.push(stays(path, 'a case of this name is listed'))
    else if (within === '' && !(await hasCaseFile(join(folder, path))))
      found.push(stays(path, 'no .yaml file lies in it'))
    else found.push(...(await inCase(folder, path)))
  }
  return found
}

const hasCaseFile = async (path: string): Promise<boolean> =>
  (await entriesOf(path)).some(({ name }) => name.endsWith('.yaml'))

/** What a case's folder has that its texts do not. */
async function inCase(folder: string, path: string): Promise<readonly StaysBehind[]> {
  const { files } = await loadCase(join(folder, path))
  const texts = new Map(files.map(({ name, text }) => [name, text]))
  const found: StaysBehind[] = []
  const visit = async (within: string): Promise<void> => {
    for (const entry of await entriesOf(join(folder, path, within))) {
      const name = within === '' ? entry.name : `${within}/${entry.name}`
      const text = texts.get(name)
      if (text !== undefined) found.push(...(await differs(folder, join(path, name), text)))
      else if (!entry.isDirectory()) found.push(stays(join(path, name), 'it is no file of a case'))
      else if (UNREAD.test(entry.name)) found.push(stays(join(path, name), 'it is not read'))
      // A folder in which nothing lies is nobody's loss.
      else await visit(name)
    }
  }
  await visit('')
  return found
}

async function differs(
  folder: string,
  path: string,
  text: string
): Promise<readonly StaysBehind[]> {
  const full = join(folder, path)
  if ((await lstat(full)).isSymbolicLink())
    return [stays(path, 'it is a link: its text is copied, the link is not')]
  const bytes = await readFile(full)
  if (bytes.equals(Buffer.from(text))) return []
  if (bytes.equals(Buffer.from(`\uFEFF${text}`)))
    return [stays(path, 'its text is copied, the byte order mark before it is not')]
  return [{ path, why: 'it is not UTF-8, or too large to be read', altered: true }]
}

async function besideRecords(folder: string): Promise<readonly StaysBehind[]> {
  const records = join('.truce', 'records')
  const found: StaysBehind[] = []
  for (const of of await entriesOf(join(folder, records))) {
    const path = join(records, of.name)
    if (!of.isDirectory()) {
      if (of.name !== 'operator.key') found.push(stays(path, 'it is no record'))
      continue
    }
    for (const { name } of await entriesOf(join(folder, path))) {
      const within = join(path, name)
      const there = (await entriesOf(join(folder, within))).map((entry) => entry.name)
      if (!RECORD_ID.test(name) || !there.includes('record.sqlite'))
        found.push(stays(within, 'it is no record that an address can name'))
      else {
        found.push(...(await others(folder, within, (one) => RECORD.test(one))))
        found.push(...(await inCase(folder, join(within, 'case'))))
      }
    }
  }
  return found
}

async function others(
  folder: string,
  within: string,
  isKnown: (name: string) => boolean
): Promise<readonly StaysBehind[]> {
  const names = (await entriesOf(join(folder, within))).map(({ name }) => name)
  return names
    .filter((name) => !isKnown(name))
    .map((name) => stays(join(within, name), 'it is none of what Truce keeps there'))
}

const entriesOf = async (path: string) =>
  (await readdir(path, { withFileTypes: true }).catch(() => [])).sort((a, b) =>
    a.name < b.name ? -1 : 1
  )

const stays = (path: string, why: string): StaysBehind => ({ path, why, altered: false })
