import type { OpenAPIHono } from '@hono/zod-openapi'
import { Refusal } from '../refusal.ts'

/** What is answered to people who are signed in although nobody has decided who may see what. */
const ANSWERED = /^\/api\/(?:token|openapi\.json|library|health)$/

/**
 * Answers nothing of any case or record, where no part decides who may see what: a server for
 * several people that shows all to all would be worse than none.
 */
export function closeCases(app: OpenAPIHono): void {
  app.use('/api/*', async (context, next) => {
    if (ANSWERED.test(context.req.path)) return next()
    throw new Refusal(503, 'no-cases', {
      message: 'this server keeps accounts and no cases yet',
      help: 'use the workbench on your own computer for cases'
    })
  })
}
