import { z } from '@hono/zod-openapi'

/** What is wrong with a request, and what to do. */
export const errorBody = z
  .strictObject({
    error: z.strictObject({
      code: z.string().openapi({ description: 'stable, for programs', example: 'no-such-case' }),
      message: z.string().openapi({ description: 'what is wrong' }),
      help: z.string().openapi({ description: 'what to do' })
    })
  })
  .openapi('Error')

export const file = z
  .strictObject({ name: z.string().openapi({ example: 'stances/upland.yaml' }), text: z.string() })
  .openapi('File', {
    description:
      'A file of a case; its name is a path inside the case and ends in .yaml; in .geojson, .kml or .csv where it holds the course of a line.'
  })

const hash = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .openapi({
    description: 'SHA-256 over the names and texts of all files, as `truce check` prints it'
  })
const number = z.int().min(1).openapi({ description: 'versions of a case count from 1' })
const instant = z.iso.datetime().openapi({ description: 'in UTC' })
const title = z
  .string()
  .openapi({ description: 'as the case says it; its id where that cannot be read' })
const view = z.string().nullable().openapi({ description: 'whose view the case takes' })

export const id = z.string().min(1).max(64).openapi({ example: 'river' })

/** A finding as `truce check --format json` prints it. */
export const finding = z
  .looseObject({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    message: z.string(),
    why: z.array(z.string()),
    sources: z.array(z.string())
  })
  .openapi('Finding', { description: 'All keys: docs/reference/check.schema.json' })

export const library = z
  .strictObject({
    cases: z.array(
      z.strictObject({
        id: z.string().openapi({ example: 'ukraine/2024-maitra' }),
        title,
        view,
        where: z.string()
      })
    )
  })
  .openapi('Library')

export const caseList = z
  .strictObject({
    cases: z.array(
      z.strictObject({
        id,
        title,
        view,
        version: number,
        versions: number,
        changed: instant,
        shippedFrom: z.string().nullable()
      })
    ),
    passedBy: z.array(z.strictObject({ name: z.string(), why: z.string() })).openapi({
      description: 'what lies in the workspace and is not a case, or could not be read'
    })
  })
  .openapi('CaseList')

export const caseBody = z
  .strictObject({
    id,
    version: number,
    versions: number,
    hash,
    changed: instant,
    shippedFrom: z
      .string()
      .nullable()
      .openapi({ description: 'the case of the library it was copied from' }),
    files: z.array(file),
    findings: z.array(finding).openapi({
      description: 'what was wrong with finding the files; what is wrong in them, /api/check tells'
    }),
    sealed: z
      .array(z.string())
      .openapi({ description: 'files that no save replaces: not UTF-8, or too large to be shown' })
  })
  .openapi('Case')

export const newCase = z
  .discriminatedUnion('from', [
    z.strictObject({
      from: z.literal('library'),
      library: z.string().max(200).openapi({
        description: 'its id in the library; dashes may stand for slashes, as in the ids of copies'
      }),
      once: z.boolean().optional().openapi({
        description:
          'makes no second copy: where there are copies, the one changed last is answered'
      }),
      id: id.optional()
    }),
    z.strictObject({ from: z.literal('new'), id: id.optional() }),
    z.strictObject({ from: z.literal('files'), files: z.array(file), id: id.optional() })
  ])
  .openapi('NewCase', {
    description:
      'A copy of a case of the library, a small case to start from, or texts of your own.'
  })

export const saveBody = z
  .strictObject({
    files: z.array(file),
    base: number.openapi({ description: 'the version that the texts were made from' })
  })
  .openapi('Save', { description: 'All files of the case: one that is left out is removed.' })

export const conflict = z
  .strictObject({
    error: errorBody.shape.error,
    current: caseBody,
    aside: number.openapi({ description: 'the version under which the sent texts are kept' })
  })
  .openapi('Conflict')

export const version = z
  .strictObject({
    version: number,
    origin: z
      .enum(['created', 'saved', 'outside'])
      .openapi({ description: '`outside`: the files were changed elsewhere' }),
    aside: z
      .boolean()
      .openapi({ description: 'sent, but never in the files: its base was no longer the newest' }),
    base: number.nullable(),
    at: instant,
    hash
  })
  .openapi('Version')

export const versionList = z
  .strictObject({ versions: z.array(version) })
  .openapi('VersionList', { description: 'Oldest first.' })

export const versionText = version.extend({ files: z.array(file) }).openapi('VersionText')

export const settings = z
  .strictObject({
    draws: z.int().min(1).max(200_000).default(10_000),
    seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
    dependence: z.enum(['independent', 'party']).default('independent'),
    proposals: z
      .array(z.string())
      .max(1000)
      .optional()
      .openapi({ description: 'only these; all when left out' })
  })
  .openapi('Settings')

export const checkBody = z
  .strictObject({ files: z.array(file), settings: settings.prefault({}) })
  .openapi('CheckRequest')

/** Cells of a workbook, as many as one that is read may have. */
const MOST_CELLS = 200_000

/** Rows of cells, as a spreadsheet has them. */
const rowsOf = <T extends z.ZodType>(cell: T) =>
  z
    .array(z.array(cell).max(500))
    .max(20_000)
    .refine(
      (rows) => rows.reduce((all, row) => all + row.length, 0) <= MOST_CELLS,
      'a workbook has at most 200,000 cells'
    )
    .openapi({ description: 'at most 200,000 cells in all' })

export const workbookBody = z
  .strictObject({
    file: z
      .base64()
      .max(2_800_000)
      .openapi({ description: 'an .xlsx file of at most 2 MB, in base64' })
  })
  .openapi('Workbook')

export const workbookRows = z
  .strictObject({ rows: z.array(z.array(z.string())) })
  .openapi('WorkbookRows', { description: 'The first sheet as texts.' })

export const sheetBody = z
  .strictObject({ rows: rowsOf(z.union([z.string().max(32_000), z.number()])) })
  .openapi('Sheet', { description: 'Rows to be written as a workbook of one sheet.' })

export const tokenBody = z.strictObject({ token: z.string() }).openapi('Token')

export const removedList = z
  .strictObject({ cases: z.array(z.string()).openapi({ description: 'their ids' }) })
  .openapi('RemovedList')

export const storeState = z
  .strictObject({
    damage: z.string().nullable().openapi({ description: 'what is wrong; null where it is whole' })
  })
  .openapi('StoreState')

export const storeAside = z.strictObject({ kept: z.string().nullable() }).openapi('StoreAside')

export const reportBody = z
  .strictObject({
    files: z.array(file),
    to: z.enum(['docx', 'pdf', 'html', 'markdown']),
    short: z
      .boolean()
      .optional()
      .openapi({ description: 'the first pages alone, without the annex; false if left out' }),
    path: z.string().optional().openapi({
      description: 'the id of a proposal whose path is written, as `truce plan` has it, instead'
    }),
    ceasefire: z.boolean().optional().openapi({
      description:
        'whether the text of the ceasefire is written, as `truce ceasefire draft` has it, instead'
    })
  })
  .openapi('ReportRequest')

export const reportDocument = z
  .string()
  .openapi('Briefing', { description: 'The file that `truce report` writes.', format: 'binary' })

const head = {
  truce: z.strictObject({ format: z.literal(1), version: z.string() }),
  findings: z.array(finding)
}

export const checkDocument = z
  .looseObject({ ...head, command: z.literal('check') })
  .openapi('CheckDocument', {
    description: 'What `truce check --format json` prints: docs/reference/check.schema.json'
  })

export const diffDocument = z
  .looseObject({ ...head, command: z.literal('diff'), cases: z.tuple([z.string(), z.string()]) })
  .openapi('DiffDocument', {
    description:
      'What `truce diff --format json` prints; without `difference`, but with findings, when a version has errors'
  })

export const diffQuery = z.strictObject({
  from: z.coerce.number().int().min(1),
  to: z.coerce.number().int().min(1)
})

/** A file as it travels. */
export type FileBody = z.infer<typeof file>
/** The body of every refusal. */
export type ErrorBody = z.infer<typeof errorBody>
/** GET /api/library. */
export type LibraryBody = z.infer<typeof library>
/** GET /api/cases. */
export type CaseListBody = z.infer<typeof caseList>
/** GET /api/cases/{id}, and the answer to POST and PUT. */
export type CaseBody = z.infer<typeof caseBody>
/** POST /api/cases. */
export type NewCaseBody = z.infer<typeof newCase>
/** PUT /api/cases/{id}. */
export type SaveBody = z.infer<typeof saveBody>
/** The answer 409 to PUT. */
export type ConflictBody = z.infer<typeof conflict>
/** GET /api/cases/{id}/versions. */
export type VersionListBody = z.infer<typeof versionList>
/** GET /api/cases/{id}/versions/{version}. */
export type VersionTextBody = z.infer<typeof versionText>
/** GET /api/token. */
export type TokenBody = z.infer<typeof tokenBody>
/** POST /api/workbook/rows. */
export type WorkbookRowsBody = z.infer<typeof workbookRows>
/** GET /api/removed. */
export type RemovedBody = z.infer<typeof removedList>
/** GET /api/store. */
export type StoreBody = z.infer<typeof storeState>
/** What a briefing can be written as. */
export type ReportFormat = z.infer<typeof reportBody>['to']
/** POST /api/report. */
export type ReportBody = z.infer<typeof reportBody>
/** POST /api/check. */
export type CheckBody = z.input<typeof checkBody>
/** Settings of a check, complete. */
export type Settings = z.infer<typeof settings>
