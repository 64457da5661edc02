import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import type { CaseState, SourceFile } from '@truce/core'
import { findingsJson } from '@truce/core/report'
import { Refusal } from '../refusal.ts'
import type { CaseBody, CaseListBody, NewCaseBody } from '../schemas.ts'
import { caseBody, caseList, conflict, id, newCase, saveBody } from '../schemas.ts'
import type { Sources, SourcesFor } from './route.ts'
import { body, eachOf, json, refusals } from './route.ts'

const params = z.strictObject({ id })

const listing = createRoute({
  method: 'get',
  path: '/api/cases',
  summary: 'The cases of the workspace',
  responses: { 200: json(caseList, 'every case, by id'), ...refusals }
})

const making = createRoute({
  method: 'post',
  path: '/api/cases',
  summary: 'Makes a case in the workspace',
  request: { body: body(newCase) },
  responses: {
    200: json(caseBody, 'the copy that there is already, where one is asked for `once`'),
    201: json(caseBody, 'the case; a taken id gets a number behind it'),
    ...refusals
  }
})

const reading = createRoute({
  method: 'get',
  path: '/api/cases/{id}',
  summary: 'A case as it is on disk now',
  request: { params },
  responses: {
    200: json(caseBody, 'the case; a change of its files made elsewhere is its newest version'),
    ...refusals
  }
})

const saving = createRoute({
  method: 'put',
  path: '/api/cases/{id}',
  summary: 'Saves all files of a case as its newest version',
  request: { params, body: body(saveBody) },
  responses: {
    200: json(caseBody, 'saved, and on the disk'),
    409: json(
      conflict,
      'not saved: `base` is not the newest version, or the files were changed elsewhere; what was sent is kept aside'
    ),
    ...refusals
  }
})

/** The cases of the workspace. */
export function caseRoutes(app: OpenAPIHono, all: SourcesFor): void {
  app.openapi(listing, async (context) => context.json(await listed(await all.for(context)), 200))
  app.openapi(making, async (context) => {
    const sources = await all.for(context)
    const { workspace } = sources
    const wished = await named(context.req.valid('json'), sources)
    const there =
      wished.from === 'library' && wished.once ? await copyOf(wished.library, sources) : undefined
    if (there) return context.json(bodyOf(there), 200)
    const files = await textsFor(wished, sources)
    const shippedFrom = wished.from === 'library' ? wished.library : null
    const made = await workspace.create({ id: wished.id ?? idFor(wished), files, shippedFrom })
    return context.json(bodyOf(made), 201)
  })
  app.openapi(reading, async (context) => {
    const { workspace } = await all.for(context)
    return context.json(bodyOf(await workspace.read(context.req.valid('param').id)), 200)
  })
  app.openapi(saving, async (context) => {
    const { workspace } = await all.for(context)
    const saved = await workspace.save({
      id: context.req.valid('param').id,
      ...context.req.valid('json')
    })
    if (saved.outcome === 'saved') return context.json(bodyOf(saved.state), 200)
    const { aside, state, outcome } = saved
    return context.json(
      { error: { code: outcome, ...CONFLICTS[outcome] }, current: bodyOf(state), aside },
      409
    )
  })
}

const HELP =
  'what you sent is kept as the version `aside`: compare the two, and save again with `base` the current version'

const CONFLICTS = {
  stale: {
    message: 'the case was saved elsewhere since the version this was made from',
    help: HELP
  },
  outside: { message: 'the files of the case were changed outside the workbench', help: HELP }
} as const

/** What cannot be read is named with its reason; it hides none of the others. */
async function listed({ workspace, desk, glance }: Sources): Promise<CaseListBody> {
  const { ids, passedBy } = await workspace.list()
  const unread: { name: string; why: string }[] = []
  const cases = await eachOf(ids, async (one) => {
    try {
      const { version, versions, changed, shippedFrom, files } = await (glance?.(one) ??
        workspace.read(one))
      const { title, view } = await desk.describe(files)
      return [{ id: one, title: title ?? one, view, version, versions, changed, shippedFrom }]
    } catch (error) {
      unread.push({
        name: one,
        why: error instanceof Error && 'code' in error ? error.message : 'it could not be read'
      })
      return []
    }
  })
  return { cases: cases.flat(), passedBy: [...passedBy, ...unread] }
}

/** The wish with the library's own id for what it names. */
async function named(wished: NewCaseBody, { library }: Sources): Promise<NewCaseBody> {
  if (wished.from !== 'library') return wished
  return { ...wished, library: (await library.named(wished.library)) ?? wished.library }
}

/** The workspace's copy of a case of the library: of several the one changed last. */
async function copyOf(
  library: string,
  { workspace, glance }: Sources
): Promise<CaseState | undefined> {
  const { ids } = await workspace.list()
  // What cannot be read is no copy that could be opened.
  const states = await eachOf(ids, (one) =>
    (glance?.(one) ?? workspace.read(one)).catch(() => undefined)
  )
  const copies = states.filter((one) => one?.shippedFrom === library)
  return copies.reduce(
    (newest, one) => (newest && one && newest.changed >= one.changed ? newest : one),
    undefined
  )
}

async function textsFor(
  wished: NewCaseBody,
  { library, startingCase }: Sources
): Promise<readonly SourceFile[]> {
  if (wished.from === 'new') return startingCase
  if (wished.from === 'files') return wished.files
  const files = await library.files(wished.library)
  if (files) return files
  throw new Refusal(404, 'no-such-case', {
    message: `the library has no case ${JSON.stringify(wished.library)}`,
    help: 'see GET /api/library'
  })
}

const idFor = (wished: NewCaseBody): string =>
  wished.from === 'library' ? wished.library.replaceAll('/', '-') : 'new-case'

/** A case as it travels. */
export function bodyOf({ diagnostics, files, sealed, ...state }: CaseState): CaseBody {
  return {
    ...state,
    files: files.map(({ name, text }) => ({ name, text })),
    findings: findingsJson(diagnostics, files) as CaseBody['findings'],
    sealed: [...sealed]
  }
}
