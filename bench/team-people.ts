// People with sessions of a team's server, and requests of theirs, for the benchmarks.
import { createHmac, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, get, request } from 'node:http'
import { join } from 'node:path'
import type { Cluster } from '../packages/host/test/cluster.ts'
import { SESSION_COOKIE } from '../packages/server/src/team/identity/auth.ts'
import { keysIn } from '../packages/server/src/team/identity/secret.ts'
import { ORIGIN, type TeamBench } from '../packages/server/test/team/bench.ts'
import type { TeamProcess } from '../packages/server/test/team/process.ts'

/** Somebody who is signed in whole. */
export interface Member {
  readonly cookie: string
  readonly address: string
}

/** An answer as it came. */
export interface Told {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the server
  readonly body: any
}

/** Makes so many members of an organisation, each with a session of their own. */
export async function members(bench: TeamBench, organisation: string, many: number) {
  const { cookies } = await keysIn(join(bench.folder, 'secrets'), {})
  const made: Member[] = []
  const rows: { readonly id: string; readonly token: string }[] = []
  for (let n = 0; n < many; n++) {
    const token = randomBytes(32).toString('base64url')
    const signature = createHmac('sha256', cookies).update(token).digest('base64')
    rows.push({ id: `member-${n}`, token })
    const address = `198.51.${100 + Math.floor(n / 250)}.${n % 250}`
    made.push({
      cookie: `${SESSION_COOKIE}=${encodeURIComponent(`${token}.${signature}`)}`,
      address
    })
  }
  await bench.cluster.sql(`
    CREATE TEMPORARY TABLE given AS SELECT * FROM json_to_recordset('${JSON.stringify(rows)}') AS one (id text, token text);
    INSERT INTO truce_identity."user" ("id", "name", "email", "emailVerified", "administrator", "suspended")
      SELECT id, id, id || '@example', true, false, false FROM given;
    INSERT INTO truce_identity."session" ("id", "token", "userId", "expiresAt", "updatedAt", "assuredAt", "usedAt")
      SELECT 's-' || id, token, id, now() + interval '1 day', now(), now(), now() FROM given;
    INSERT INTO truce.member (organisation, person, role) SELECT '${organisation}', id, 'analyst' FROM given`)
  return made
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Asks as a proxy does, over connections that stay open. */
export function ask(
  bench: TeamBench,
  { cookie, address }: Member,
  { method = 'GET', path, body }: { method?: string; path: string; body?: object }
): Promise<Told> {
  const sent = body && JSON.stringify(body)
  const headers = {
    ...{ host: new URL(ORIGIN).host, cookie, 'x-forwarded-for': address },
    ...{ origin: ORIGIN, 'x-truce-token': bench.token },
    ...(sent && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) })
  }
  const { port } = new URL(bench.serving.at)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => {
        const isJson = response.headers['content-type']?.includes('application/json')
        resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : text })
      })
    })
    asked.on('error', reject)
    asked.end(sent)
  })
}

/** Listens to a record; `heard` is called with each size. Resolves once it is followed. */
export function listen(
  at: string,
  { cookie, address }: Member,
  { path, heard }: { readonly path: string; readonly heard: (size: number) => void }
): Promise<() => void> {
  const headers = { host: new URL(ORIGIN).host, cookie, 'x-forwarded-for': address }
  const { port } = new URL(at)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`))
      response.on('data', (part) => {
        for (const [, size] of String(part).matchAll(/"size":(\d+)/g)) heard(Number(size))
        resolve(() => response.destroy())
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** A number that the server counts. */
export function metric({ metrics = '' }: TeamProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(metrics, (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve(Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1])))
    }).on('error', reject)
  })
}

/** Seconds of the processor that PostgreSQL has used, as Linux counts it; nothing elsewhere. */
export function databaseSeconds(cluster: Cluster): number {
  try {
    const [line = ''] = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    const used = all.map((name) => secondsOf(name, line.trim()))
    return used.reduce((sum, one) => sum + one, 0)
  } catch {
    return Number.NaN
  }
}

/** Of a process that is the server's or was begun by it, with those of its own that have ended. */
function secondsOf(name: string, server: string): number {
  let text = ''
  try {
    text = readFileSync(`/proc/${name}/stat`, 'utf8')
  } catch {
    // It has ended meanwhile.
  }
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  if (name !== server && fields[1] !== server) return 0
  // In hundredths of a second.
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / 100
}
