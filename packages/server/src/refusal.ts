import type { StoreCode } from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { DatabaseRefusal } from '@truce/host/database'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A request that is not done: what is wrong, and what to do about it. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly help: string
  /** Headers of the answer, such as when to come again. */
  readonly headers: Readonly<Record<string, string>> = {}

  constructor(
    status: ContentfulStatusCode,
    code: string,
    text: { readonly message: string; readonly help: string }
  ) {
    super(text.message)
    this.status = status
    this.code = code
    this.help = text.help
  }
}

const STATUS: Readonly<Record<StoreCode, ContentfulStatusCode>> = {
  held: 503,
  'unreadable-store': 500,
  'damaged-store': 503,
  'no-such-case': 404,
  'no-such-version': 404,
  'bad-id': 422,
  'bad-name': 422,
  'too-large': 413,
  taken: 409,
  sealed: 423,
  link: 423,
  'disk-full': 507,
  unwritable: 500,
  away: 503,
  'not-a-folder': 500
}

/**
 * The answer to a request that failed, whatever threw: never a stack, never a path of this
 * computer.
 */
export function answerTo(error: unknown, context: Context): Response {
  const { status, code, message, help, headers } = refusalOf(error)
  return context.json({ error: { code, message, help } }, status, { ...headers })
}

/** The refusal of an address that there is not. */
export const noSuchPage = (): Refusal =>
  new Refusal(404, 'no-such-page', {
    message: 'there is no such address',
    help: 'GET /api/openapi.json lists them all'
  })

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  // What a database says names its computer and its tables: that is for whoever runs it.
  if (error instanceof DatabaseRefusal)
    return new Refusal(STATUS[error.code], error.code, { message: error.plain, help: AGAIN })
  if (error instanceof StoreRefusal) return new Refusal(STATUS[error.code], error.code, error)
  if (error instanceof HTTPException && error.status < 500) return malformed()
  return new Refusal(500, 'failed', {
    message: 'the server failed at this request; nothing was written over',
    help: 'what was asked for and the output of `truce serve` help to find out why'
  })
}

const AGAIN =
  'nothing that was acknowledged is lost; ask again in a moment, and tell whoever runs the server if it stays so'

/** A body that is not JSON, or a path that does not decode. */
const malformed = (): Refusal =>
  new Refusal(400, 'malformed', {
    message: 'the request cannot be read',
    help: 'send a body in JSON, in UTF-8'
  })

/**
 * Whether a failure is one that nobody foresaw, so that it is worth a line in the server's output.
 */
export function isUnforeseen(error: unknown): boolean {
  return refusalOf(error).code === 'failed'
}
