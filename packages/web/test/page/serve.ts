import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Serving } from '../../../server/src/index.ts'
import { serve } from '../../../server/src/index.ts'

// Serves workspaces for the tests of the page, in a process of its own: theirs is made to look like a
// browser. The first line that comes in is the case to start from; each after it is the folder of a
// workspace, and is answered by where it is served. The one before is gone then. Ends when its input does.
const [library = ''] = process.argv.slice(2)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const startingCase = JSON.parse((await lines.next()).value ?? '[]')
const report = (error: unknown): void => console.error(error)
let served: { readonly serving: Serving; readonly workspace: string } | undefined

async function clear(): Promise<void> {
  await served?.serving.close()
  if (served) await rm(served.workspace, { recursive: true, force: true })
}

for await (const workspace of lines) {
  await clear()
  const options = { port: 0, workspace, library, web: workspace, startingCase, report }
  const serving = await serve(options)
  served = { serving, workspace }
  console.log(JSON.stringify({ url: serving.url, token: serving.token }))
}
await clear()
process.exit(0)
