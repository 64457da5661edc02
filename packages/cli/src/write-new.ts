import { writeFile } from 'node:fs/promises'
import { Usage } from './io.ts'

/** Writes a file that does not exist yet; one that does is left as it is. */
export async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Usage(`${path} exists; nothing was written`) : error
  })
}
