import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { Io } from './io.ts'
import { Usage } from './io.ts'
import type { MadeFile } from './report-files.ts'

/** Writes a file that does not exist yet; one that does is left as it is. */
export async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Usage(`${path} exists; nothing was written`) : error
  })
}

/** Writes all files and says so, or none where one of them exists. */
export async function writeAllNew(files: readonly MadeFile[], io: Io): Promise<void> {
  const known = files.find(({ path }) => existsSync(path))
  if (known) throw new Usage(`${known.path} exists; nothing was written`)
  for (const { path, content } of files) {
    await writeNew(path, content)
    io.stdout(`wrote ${path}\n`)
  }
}
