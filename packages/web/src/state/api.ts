import type { SourceFile } from '@truce/core'
import type {
  CaseBody,
  CaseListBody,
  ConflictBody,
  ErrorBody,
  LibraryBody,
  NewCaseBody,
  RemovedBody,
  ReportBody,
  StoreBody,
  TokenBody,
  VersionListBody,
  VersionTextBody,
  WorkbookRowsBody
} from '@truce/server'
import { earlyAnswer } from '../engine/early.ts'
import { News } from './news.ts'
import { Presence } from './presence.ts'

/** A refusal of the server, in its own words. */
export class Refused extends Error {
  readonly code: string
  readonly help: string

  constructor({ error: { code, message, help } }: ErrorBody) {
    super(message)
    this.code = code
    this.help = help
  }
}

/** The server did not answer. */
export class Unreachable extends Error {}

/** Told to the page when the server answers nobody who is not signed in. */
export const SIGNED_OUT = 'truce-signed-out'
/** Told when a stream was refused: it does not say why, and may have been because nobody is signed in. */
export const LINE_LOST = 'truce-line-lost'

/** What a save came to. */
export type SaveAnswer = { readonly saved: CaseBody } | { readonly conflict: ConflictBody }

/** The server's interface, as far as the page uses it. */
export interface Api {
  readonly library: () => Promise<LibraryBody['cases']>
  readonly cases: () => Promise<CaseListBody>
  readonly make: (wished: NewCaseBody) => Promise<CaseBody>
  readonly read: (id: string) => Promise<CaseBody>
  readonly save: (id: string, files: readonly SourceFile[], base: number) => Promise<SaveAnswer>
  /** Sets a case aside: listed no more, nothing of it deleted. The ids of all set aside. */
  readonly remove: (id: string) => Promise<readonly string[]>
  readonly removed: () => Promise<readonly string[]>
  readonly putBack: (id: string) => Promise<CaseBody>
  /** The rows of an Excel workbook, and a workbook of rows. */
  readonly rowsOf: (workbook: Blob) => Promise<WorkbookRowsBody['rows']>
  readonly workbookOf: (rows: readonly (readonly (string | number)[])[]) => Promise<Blob>
  /** What is wrong with the store of versions; null where it is whole. */
  readonly damage: () => Promise<StoreBody['damage']>
  /** Sets a damaged store aside; a new one begins with the files as they are. */
  readonly beginStore: () => Promise<void>
  /** All versions of a case, oldest first. */
  readonly versions: (id: string) => Promise<VersionListBody['versions']>
  /** The texts of a version. */
  readonly version: (id: string, version: number) => Promise<readonly SourceFile[]>
  /** The briefing as a file: its two first pages, or the whole of it; or a proposal's path. */
  readonly report: (
    files: readonly SourceFile[],
    form: Omit<ReportBody, 'files'>,
    signal: AbortSignal
  ) => Promise<Blob>
  /** Tells of every newer version of a case until the returned function is called. */
  readonly follow: (id: string, changed: (version: number) => void) => () => void
}

/** The server that this page came from. */
export const api: Api = {
  library: async () => (await get<LibraryBody>('/api/library')).cases,
  cases: () => get<CaseListBody>('/api/cases'),
  make: async (wished) => answerOf<CaseBody>(await send('POST', '/api/cases', wished)),
  read: async (id) => answerOf<CaseBody>(await reached(earlyAnswer(id) ?? fetch(pathOf(id)))),
  save: async (id, files, base) => {
    const plain = files.map(({ name, text }) => ({ name, text }))
    const response = await send('PUT', pathOf(id), { files: plain, base })
    return response.status === 409
      ? { conflict: (await response.json()) as ConflictBody }
      : { saved: await answerOf<CaseBody>(response) }
  },
  remove: async (id) => (await answerOf<RemovedBody>(await send('DELETE', pathOf(id), {}))).cases,
  removed: async () => (await get<RemovedBody>('/api/removed')).cases,
  putBack: async (id) =>
    answerOf<CaseBody>(await send('POST', `/api/removed/${encodeURIComponent(id)}`, {})),
  rowsOf: async (workbook) => {
    const file = await base64Of(workbook)
    return (await answerOf<WorkbookRowsBody>(await send('POST', '/api/workbook/rows', { file })))
      .rows
  },
  workbookOf: async (rows) => blobOf(await send('POST', '/api/workbook', { rows })),
  damage: async () => (await get<StoreBody>('/api/store')).damage,
  beginStore: async () => {
    await answerOf<object>(await send('POST', '/api/store', {}))
  },
  versions: async (id) => (await get<VersionListBody>(`${pathOf(id)}/versions`)).versions,
  version: async (id, version) =>
    (await get<VersionTextBody>(`${pathOf(id)}/versions/${version}`)).files,
  report: async (files, form, signal) => {
    const plain = files.map(({ name, text }) => ({ name, text }))
    const response = await send('POST', '/api/report', { files: plain, ...form }, signal)
    return blobOf(response)
  },
  follow: (id, changed) =>
    news.listen(pathOf(id), (event, data) => {
      if (event === 'open' || event === 'changed')
        changed((JSON.parse(data) as { readonly version: number }).version)
    })
}

/** The path of a case at the server. */
export const pathOf = (id: string): string => `/api/cases/${encodeURIComponent(id)}`

/**
 * What the server answers at a path, as it is described there. Where it says when to come again, as
 * while it reads a long record in, it is asked again then.
 */
export async function get<T>(path: string): Promise<T> {
  for (;;) {
    const response = await reached(fetch(path))
    const seconds = response.status === 503 ? Number(response.headers.get('retry-after')) : 0
    if (!(seconds > 0)) return answerOf<T>(response)
    await new Promise((again) => setTimeout(again, 1000 * seconds))
  }
}

/** Sends something to a path, and what the server answers. */
export async function post<T>(path: string, body: object): Promise<T> {
  return answerOf<T>(await send('POST', path, body))
}

/** Asks something of a path in any way, and what the server answers. */
export async function asked<T>(method: Method, path: string, body: object): Promise<T> {
  return answerOf<T>(await send(method, path, body))
}

/** Sends something to a path that answers with a file. */
export async function fileOf(path: string, body: object): Promise<Blob> {
  return blobOf(await send('POST', path, body))
}

async function blobOf(response: Response): Promise<Blob> {
  if (!response.ok) throw new Refused((await response.json()) as ErrorBody)
  return response.blob()
}

/** Bytes as text, a piece at a time: all at once would be too many arguments. */
async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** What the server wrote into the page, until a later run of it gives another. */
let token: string | undefined

function tokenNow(): string {
  token ??= document.querySelector<HTMLMetaElement>('meta[name="truce-token"]')?.content ?? ''
  return token
}

/**
 * Fetches the token of the server's present run. Rejects where nobody answers. The header is one
 * that no page of elsewhere can send without being asked for leave.
 */
async function renew(): Promise<void> {
  const response = await fetch('/api/token', { headers: { 'x-truce-page': '1' } })
  if (response.ok) ({ token } = (await response.json()) as TokenBody)
}

/** Whether the server is there; it is looked for until it is. */
export const presence = new Presence(renew)

/** The news of each case that is open, over one connection: a browser has few for one server. */
export const news = new News((isOver) => {
  if (isOver) dispatchEvent(new Event(LINE_LOST))
  void presence.look()
})
presence.subscribe(() => {
  if (!presence.isAway()) news.callBack()
})

type Method = 'POST' | 'PUT' | 'DELETE'

async function send(
  method: Method,
  path: string,
  body: object,
  signal?: AbortSignal
): Promise<Response> {
  const text = JSON.stringify(body)
  const once = (): Promise<Response> => {
    const headers = { 'content-type': 'application/json', 'x-truce-token': tokenNow() }
    return reached(fetch(path, { method, headers, body: text, signal: signal ?? null }))
  }
  const first = await once()
  if (first.status !== 403) return first
  // The server was started again meanwhile: its run has another token.
  const { error } = (await first.clone().json()) as ErrorBody
  if (error.code !== 'token') return first
  await reached(renew())
  return once()
}

async function reached<T>(answer: Promise<T>): Promise<T> {
  return answer.then(
    (response) => {
      presence.found()
      return response
    },
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error
      presence.lost()
      throw new Unreachable('the server does not answer: start it again with npm start')
    }
  )
}

async function answerOf<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => {
    throw new Unreachable('the server gave no answer that can be read')
  })
  // Of a team's server: whoever is signed in no more is asked to sign in, over what they see.
  if (response.status === 401) dispatchEvent(new Event(SIGNED_OUT))
  if (!response.ok) throw new Refused(body as ErrorBody)
  return body as T
}
