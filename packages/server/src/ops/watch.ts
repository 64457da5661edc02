import { createHmac, randomBytes } from 'node:crypto'
import { DatabaseRefusal } from '@truce/host/database'
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { isUnforeseen } from '../refusal.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

/** The header in which an answer bears the number under which the log tells of it. */
export const REQUEST_HEADER = 'x-request-id'

/** Who is told of requests. */
export interface Watching {
  readonly log: Log
  readonly metrics: Metrics | undefined
  /** The id of who asks, as far as that was found out. */
  readonly who: (context: Context) => string | undefined
}

/** Counts every request and writes it down, once its answer begins: which route, and how it went. */
export function watching({ log, metrics, who }: Watching): MiddlewareHandler {
  // Of this run alone: nobody can find a person by it later, nor compare two runs.
  const key = randomBytes(32)
  const hidden = (person: string): string =>
    createHmac('sha256', key).update(person).digest('base64url').slice(0, 12)
  return async (context, next) => {
    const id = randomBytes(9).toString('base64url')
    const began = performance.now()
    await next()
    context.res.headers.set(REQUEST_HEADER, id)
    const milliseconds = Math.round((performance.now() - began) * 10) / 10
    const { method } = context.req
    const seen = { method: METHODS.has(method) ? method : 'other', route: templateOf(context) }
    const measured = { ...seen, status: context.res.status, milliseconds }
    const person = log.tells('debug') ? who(context) : undefined
    metrics?.request(measured)
    log.request({ id, ...measured, ...(person !== undefined && { who: hidden(person) }) })
    failed(context.error, id)
  }

  function failed(error: unknown, id: string): void {
    if (error instanceof DatabaseRefusal) {
      metrics?.failure('database')
      log.notice('warn', error.message, id)
    } else if (error !== undefined && isUnforeseen(error)) {
      metrics?.failure('unforeseen')
      log.failure(error, id)
    }
  }
}

/** Any other word would be one that somebody outside chose. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** The template of the route that answered; all that no route knows stands together. */
function templateOf(context: Context): string {
  const route = matchedRoutes(context).findLast(({ path }) => !path.includes('*'))
  if (route) return route.path
  return context.req.path.startsWith('/api/') ? '/api/*' : '/*'
}
