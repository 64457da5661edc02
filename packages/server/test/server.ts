import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Serving } from '../src/serve.ts'
import { serve } from '../src/serve.ts'

export const root = join(import.meta.dirname, '..', '..', '..')

/** A small case, sound and quick to judge. */
export const SMALL = `truce: 1
title: Small
as-of: 2024-06-01
sources: {ours: {title: Ours, kind: assumption}}
parties:
  a: {name: A, kind: state, role: belligerent}
  b: {name: B, kind: state, role: belligerent}
issues:
  water: {title: Water, options: {half: Half, full: Full}}
proposals:
  halves: {title: Halves, by: ours, terms: {water: half}}
stances:
  a: {interests: {water: {weight: 1, values: {half: 50, full: 100}, source: ours, because: it counts}}, no-deal: {base: 20, source: ours, because: it counts}}
  b: {interests: {water: {weight: 1, values: {half: [40, 60], full: 0}, source: ours, because: it counts}}, no-deal: {base: 30, source: ours, because: it counts}}
`

export const texts = (text = SMALL) => [{ name: 'case.yaml', text }]

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
}

export interface Asking {
  readonly body?: unknown
  readonly raw?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly token?: string | null
}

const served = (folder: string, failures: unknown[]): Promise<Serving> =>
  serve({
    port: 0,
    workspace: join(folder, 'workspace'),
    library: join(root, 'cases'),
    web: join(folder, 'web'),
    startingCase: texts(),
    report: (error) => failures.push(error)
  })

/**
 * A server on a folder of its own, and a way to ask it as a page does: nothing is normalised on the
 * way.
 */
export class Bench {
  readonly folder: string
  serving: Serving
  readonly failures: unknown[]
  readonly asked: { readonly method: string; readonly path: string; readonly answer: Answer }[] = []

  private constructor(folder: string, serving: Serving, failures: unknown[]) {
    this.folder = folder
    this.serving = serving
    this.failures = failures
  }

  static async open(): Promise<Bench> {
    const folder = await mkdtemp(join(tmpdir(), 'truce-server-'))
    const failures: unknown[] = []
    await mkdir(join(folder, 'web', 'assets'), { recursive: true })
    await writeFile(
      join(folder, 'web', 'index.html'),
      '<meta name="n" content="__NONCE__"><meta name="t" content="__TOKEN__"><i nonce="__NONCE__">'
    )
    const script = join(folder, 'web', 'assets', 'app-1a2b.js')
    await writeFile(script, 'export {}\n')
    await writeFile(`${script}.br`, brotliCompressSync('export {}\n'))
    for (const worker of ['assets/engine-worker-1a2b.js', 'assets/other-engine-worker-1a2b.js'])
      await writeFile(join(folder, 'web', worker), 'export {}\n')
    await writeFile(join(folder, 'web', 'engine-worker-1a2b.js'), 'export {}\n')
    await writeFile(join(folder, 'web', 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    await writeFile(join(folder, 'web', '.secret.txt'), 'secret')
    await writeFile(join(folder, 'secret.txt'), 'secret')
    return new Bench(folder, await served(folder, failures), failures)
  }

  /** Ends the server and starts another on the same folder. */
  async again(): Promise<void> {
    await this.serving.close()
    this.serving = await served(this.folder, this.failures)
  }

  get port(): number {
    return Number(new URL(this.serving.url).port)
  }

  workspace(...path: readonly string[]): string {
    return join(this.folder, 'workspace', ...path)
  }

  ask(
    method: string,
    path: string,
    { body, raw, headers = {}, token }: Asking = {}
  ): Promise<Answer> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const all: Record<string, string> = {
      host: `localhost:${this.port}`,
      ...(token === null ? {} : { 'x-truce-token': token ?? this.serving.token }),
      ...(sent === undefined
        ? {}
        : {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(sent))
          }),
      ...headers
    }
    return new Promise((resolve, reject) => {
      const asking = request(
        { host: '127.0.0.1', port: this.port, method, path, headers: all, agent: false },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (part) => {
            text += part
          })
          response.on('end', () => {
            const parsed = response.headers['content-type']?.includes('application/json')
              ? JSON.parse(text)
              : undefined
            const answer = {
              status: response.statusCode ?? 0,
              headers: response.headers,
              text,
              body: parsed
            }
            this.asked.push({ method, path, answer })
            resolve(answer)
          })
        }
      )
      asking.on('error', reject)
      asking.end(sent)
    })
  }

  /** Sends bytes as they are, which no client of a library would. */
  raw(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write(text))
      let answer = ''
      socket.on('data', (part) => {
        answer += part
      })
      socket.on('close', () => resolve(answer))
      socket.on('error', reject)
    })
  }

  async close(): Promise<void> {
    await this.serving.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}
