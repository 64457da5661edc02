// Every operation of the published description is sent what it asks for and what it does not.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampled } from '../../core/test/laws.ts'
import { MemoryTables } from '../src/team/access/index.ts'
import { type Description, type Exchange, type Operation, strayIn } from './contract.ts'
import { Bench, SMALL, texts } from './server.ts'
import { SIDES, World } from './team/world.ts'
import { broken, fitting, nasty } from './valid-ish.ts'

/** What one operation is sent, each time. */
const TIMES = sampled(60, 3)
const SEED = 20_261_129

interface Sent {
  readonly path: string
  readonly raw: string | undefined
  readonly who: string
}

type Ask = (method: string, sent: Sent) => Promise<Exchange['answer'] & { readonly text: string }>

/** Nothing of the inside: a stack, a path of this computer, a word of SQL. */
const INSIDE =
  /\n\s+at |node_modules|\.[jt]s:\d+|\/packages\/|(?:SELECT|INSERT INTO|UPDATE|DELETE) .* (?:FROM|truce)|truce\.[a-z_]+\b.*(?:relation|column)|PGSQL/

/** What an operation is sent: ids that there are and others, and a body that fits, or nearly. */
function sendings(
  template: string,
  operation: Operation,
  { whole, known, people }: Known
): fc.Arbitrary<Sent> {
  const parameters = operation.parameters ?? []
  const value = (name: string, schema: object | undefined): fc.Arbitrary<string> =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...(known[name] ?? ['x'])) },
      { weight: 2, arbitrary: fitting({ ...schema }, whole).map(String) },
      { weight: 1, arbitrary: nasty }
    )
  const inPath = parameters.filter((one) => one.in === 'path')
  const asked = parameters.filter((one) => one.in === 'query')
  const schema = operation.requestBody?.content['application/json']?.schema
  const raw: fc.Arbitrary<string | undefined> =
    schema === undefined
      ? fc.constantFrom(undefined, '{}')
      : fc.oneof(
          { weight: 4, arbitrary: fitting({ ...schema }, whole).map((one) => JSON.stringify(one)) },
          { weight: 3, arbitrary: broken({ ...schema }, whole).map((one) => JSON.stringify(one)) },
          { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', 'null', '\u0000', '{"a":1e999}') }
        )
  return fc
    .tuple(
      fc.tuple(...inPath.map((one) => value(one.name, one.schema))),
      fc.tuple(...asked.map((one) => fc.option(value(one.name, one.schema)))),
      raw,
      fc.constantFrom(...people)
    )
    .map(([ids, queries, raw, who]) => {
      const path = inPath.reduce(
        (text, one, place) => text.replace(`{${one.name}}`, encoded(ids[place] ?? '')),
        template
      )
      const query = asked.flatMap((one, place) =>
        typeof queries[place] === 'string' ? [`${one.name}=${encoded(queries[place])}`] : []
      )
      return { path: query.length > 0 ? `${path}?${query.join('&')}` : path, raw, who }
    })
}

interface Known {
  readonly whole: Description
  readonly known: Readonly<Record<string, readonly string[]>>
  readonly people: readonly string[]
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()) || '%20'

/** What is wrong with the answers of all operations; how many of these were ever done, not refused. */
async function faults(within: Known, ask: Ask) {
  const found: string[] = []
  const done = new Set<string>()
  for (const [template, methods] of Object.entries(within.whole.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const all = fc.sample(sendings(template, operation, within), { seed: SEED, numRuns: TIMES })
      for (const sent of all) {
        const answer = await ask(method.toUpperCase(), sent)
        if (answer.status < 300) done.add(`${method} ${template}`)
        const exchange = { method: method.toUpperCase(), path: sent.path, answer }
        const wrong = [
          ...(answer.status >= 500 ? [`${answer.status} ${answer.text.slice(0, 300)}`] : []),
          ...(INSIDE.test(answer.text) && answer.status >= 400
            ? [`tells ${answer.text.slice(0, 300)}`]
            : []),
          ...strayIn(within.whole, exchange)
        ]
        found.push(
          ...wrong.map(
            (why) => `${method} ${sent.path} ${sent.raw?.slice(0, 200)} as ${sent.who}: ${why}`
          )
        )
      }
    }
  return { found, done: done.size }
}

describe('the server for one person', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await Bench.open()
    await bench.ask('POST', '/api/cases', {
      body: { from: 'files', files: texts(SMALL), id: 'small' }
    })
  })
  afterAll(() => bench.close())
  it('answers whatever is sent as it is described, and never by a failure', async () => {
    const { body } = await bench.ask('GET', '/api/openapi.json')
    const within = { whole: body as Description, known: { id: ['small', 'none'] }, people: ['me'] }
    const ask: Ask = (method, { path, raw }) =>
      // A stream goes on: its refusals are asked for among the team's.
      path.split('?')[0]?.endsWith('/events')
        ? bench.ask('GET', '/api/cases/none/events')
        : bench.ask(method, path, raw === undefined || method === 'GET' ? {} : { raw })
    const { found, done } = await faults(within, ask)
    expect(found).toEqual([])
    expect(done).toBeGreaterThan(5)
    expect(bench.failures).toEqual([])
  })
})

describe('the server of a team', () => {
  const world = new World(new MemoryTables())
  afterAll(() => world.close())
  it('answers nobody, a stranger and a member likewise', async () => {
    const wish = { name: 'M', kind: 'mediation', lead: 'med-l' }
    const { body: made } = await world.ask('adm', 'POST', '/api/team/organisations', { body: wish })
    const files = { from: 'files', files: texts(SIDES), id: 'paper' }
    const { body: paper } = await world.ask('med-l', 'POST', '/api/cases', { body: files })
    const { body: whole } = await world.ask('med-l', 'GET', '/api/openapi.json')
    const known = {
      id: [paper.id, 'none', made.id],
      organisation: [made.id],
      person: ['med-l', 'out']
    }
    const people = ['', 'out', 'med-l', 'med-l', 'adm']
    const ask: Ask = async (method, { path, raw, who }) => {
      const answer = await world.sent(who, method, path, method === 'GET' ? undefined : raw)
      const headers = Object.fromEntries(answer.headers)
      const isStream = headers['content-type']?.includes('text/event-stream')
      if (isStream) await answer.body?.cancel()
      const text = isStream ? '' : await answer.text()
      const isJson = headers['content-type']?.includes('application/json')
      return { status: answer.status, headers, text, body: isJson ? JSON.parse(text) : undefined }
    }
    const { found, done } = await faults({ whole, known, people }, ask)
    expect(found).toEqual([])
    expect(done).toBeGreaterThan(5)
    expect(world.failures).toEqual([])
  })
})
