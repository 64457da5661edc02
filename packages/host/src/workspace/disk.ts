import { lstat, mkdir, open, readFile, rename, rm, unlink } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'

/**
 * What the store does to files. A port, so that tests can let any step fail. Paths are absolute.
 */
export interface Disk {
  /** Writes a new file and waits until it is on the disk. */
  readonly write: (path: string, text: string, mode?: number) => Promise<void>
  readonly move: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  readonly makeFolder: (path: string) => Promise<void>
  /** Waits until the names in a folder are on the disk. */
  readonly settle: (folder: string) => Promise<void>
}

/** The files of this computer. */
export const nodeDisk: Disk = {
  write: async (path, text, mode = 0o666) => {
    const file = await open(path, 'wx', mode)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  move: rename,
  remove: unlink,
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  settle: async (folder) => {
    // Windows opens no folders; its rename is in the journal at once.
    if (process.platform === 'win32') return
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}

/** The text of a file, or undefined when there is none. */
export async function textAt(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').then(
    (text) => text.replace(/^\uFEFF/, ''),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
      throw error
    }
  )
}

/** Whether the way from the folder to the name goes through a link, which could lead anywhere. */
export async function throughLink(folder: string, name: string): Promise<boolean> {
  let path = folder
  for (const segment of name.split('/')) {
    path = join(path, segment)
    const info = await lstat(path).catch(() => undefined)
    if (!info) return false
    if (info.isSymbolicLink()) return true
  }
  return false
}

/** The permissions of a file that is about to be replaced. */
export async function modeOf(path: string): Promise<number | undefined> {
  const info = await lstat(path).catch(() => undefined)
  return info && info.mode & 0o777
}

/** The folders of a file, from its own up to and including the root. */
export function foldersUpTo(root: string, path: string): readonly string[] {
  const folder = dirname(path)
  return folder === root || !folder.startsWith(root + sep)
    ? [root]
    : [folder, ...foldersUpTo(root, folder)]
}

/** Empties a folder of our own, whatever a killed run left there. */
export async function emptied(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true })
  await mkdir(path, { recursive: true })
}
