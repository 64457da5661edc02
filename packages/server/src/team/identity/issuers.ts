import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { z } from '@hono/zod-openapi'
import { StoreRefusal } from '@truce/core/ports'
import { LineCounter, parseDocument } from 'yaml'

/** An organisation's own service for signing in. */
export interface Issuer {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly client: string
  readonly secret: string
  readonly organisation: string
  /** Whether the issuer's word is enough, or a second factor is shown here as well. */
  readonly secondFactor: 'ours' | 'theirs'
}

type Environment = Readonly<Record<string, string | undefined>>

const secret = z.union(
  [z.strictObject({ file: z.string().min(1) }), z.strictObject({ environment: z.string().min(1) })],
  'say where the secret is: {file: ..} or {environment: ..}'
)

const address = z
  .string()
  .refine(isSafe, 'an issuer has an address that begins with https:// (http:// on this computer)')

const issuersFile = z.strictObject({
  issuers: z.record(
    z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/, 'an id has small letters, digits and -, a letter first'),
    z.strictObject({
      name: z.string().min(1).max(100),
      issuer: address,
      client: z.string().min(1),
      secret,
      organisation: z.string().min(1),
      'second-factor': z.enum(['ours', 'theirs']).default('ours')
    })
  )
})

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return protocol === 'https:' || (protocol === 'http:' && near)
}

/** Reads the file that names the issuers; what is wrong in it is told with its place. */
export async function issuersIn(path: string, environment: Environment): Promise<Issuer[]> {
  const written = await readFile(path, 'utf8').catch(() => {
    throw wrong(path, 'it cannot be read')
  })
  const lines = new LineCounter()
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${path}:${line}:${col}`
  }
  const document = parseDocument(written, { lineCounter: lines, prettyErrors: false })
  const [broken] = document.errors
  if (broken) throw wrong(place(broken.pos[0]), broken.message)
  const read = issuersFile.safeParse(document.toJS())
  if (!read.success) {
    const { path: keys = [], message = '' } = read.error.issues[0] ?? {}
    const offset = offsetOf((to) => document.getIn(to, true), keys)
    throw wrong(place(offset), `${keys.map(String).join('.')}: ${message}`)
  }
  return Promise.all(
    Object.entries(read.data.issuers).map(
      async ([id, { 'second-factor': secondFactor, secret: where, ...rest }]) => ({
        ...rest,
        id,
        secondFactor,
        secret: await secretAt(path, where, environment)
      })
    )
  )
}

/** Where the nearest thing that is there begins, on the way to one that may be missing. */
function offsetOf(
  at: (keys: readonly PropertyKey[]) => unknown,
  keys: readonly PropertyKey[]
): number {
  const node = at(keys)
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : []
  if (Array.isArray(range) && typeof range[0] === 'number') return range[0]
  return keys.length === 0 ? 0 : offsetOf(at, keys.slice(0, -1))
}

async function secretAt(
  path: string,
  where: z.infer<typeof secret>,
  environment: Environment
): Promise<string> {
  if ('environment' in where) {
    const given = environment[where.environment]
    if (given) return given
    throw wrong(path, `the variable ${where.environment} of the environment is not set`)
  }
  const file = isAbsolute(where.file) ? where.file : join(path, '..', where.file)
  const text = await readFile(file, 'utf8').catch(() => {
    throw wrong(path, `the secret's file ${where.file} cannot be read`)
  })
  return text.trim()
}

const wrong = (where: string, what: string): StoreRefusal =>
  new StoreRefusal(
    'bad-name',
    `${where}: ${what}`,
    'see docs/howto/set-up-a-team-server.md for what the file says'
  )
