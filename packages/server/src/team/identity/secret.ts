import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreRefusal } from '@truce/core/ports'

/** The variable of the environment that holds the secret where no file is to. */
export const SECRET_VARIABLE = 'TRUCE_SECRET'

const FILE = 'server-secret'
const SHAPE = /^[A-Za-z0-9_-]{43,200}$/

/** What the server's secret is used for, a key for each. */
export interface Keys {
  /** Signs the cookies. */
  readonly cookies: string
  /** Seals what apps for codes share with us. */
  readonly codes: Buffer
  /** Without it the hashes of backup codes and of addresses say nothing. */
  readonly pepper: Buffer
  /** The page's token, the same on every server of a team. */
  readonly token: string
  /** Tells whether this is the secret that a database's accounts were made with. */
  readonly check: string
}

/**
 * The server's secret: of the environment, else of a file that only its owner may read, which is
 * made at the first start. It is in no database and in no output.
 */
export async function keysIn(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>
): Promise<Keys> {
  const given = environment[SECRET_VARIABLE]
  const secret = given === undefined || given === '' ? await kept(folder) : given.trim()
  if (!SHAPE.test(secret))
    throw new StoreRefusal(
      'bad-name',
      `the server's secret is not 43 to 200 letters, digits, - and _`,
      `put what \`openssl rand -base64 32 | tr '+/' '-_' | tr -d '='\` prints into ${SECRET_VARIABLE} or the file`
    )
  return keysOf(secret)
}

function keysOf(secret: string): Keys {
  const derived = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, 'truce team server', use, 32))
  return {
    cookies: derived('cookies').toString('base64url'),
    codes: derived('codes'),
    pepper: derived('pepper'),
    token: derived('page token').toString('base64url'),
    check: derived('check').toString('base64url')
  }
}

async function kept(folder: string): Promise<string> {
  const path = join(folder, FILE)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!(await there(path))) await made(path)
  if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0)
    throw new StoreRefusal(
      'unwritable',
      `others than its owner may read ${path}`,
      `see who has read it, then run: chmod 600 ${path}`
    )
  return (await readFile(path, 'utf8')).trim()
}

const there = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  )

/** Whole under its name or not at all: of two that start at once one makes it, both read it. */
async function made(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(8).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`)
    await file.sync()
    await file.close()
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** What stands in the database instead of a thing that must not be found there. */
export function peppered(pepper: Buffer, ...parts: readonly string[]): string {
  return createHmac('sha256', pepper).update(JSON.stringify(parts)).digest('base64url')
}
