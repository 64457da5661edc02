import { readFile } from 'node:fs/promises'
import { serve } from '../../../server/src/index.ts'

// Serves a workspace for the tests of the page, in a process of its own: theirs is made to look
// like a browser. Says where it is, and ends when its input does.
const [workspace = '', library = '', starting = ''] = process.argv.slice(2)
const startingCase = JSON.parse(await readFile(starting, 'utf8'))
const options = { port: 0, workspace, library, web: workspace, startingCase }
const serving = await serve({ ...options, report: (error) => console.error(error) })
console.log(JSON.stringify({ url: serving.url, token: serving.token }))
process.stdin.resume()
process.stdin.on('end', () => void serving.close().then(() => process.exit(0)))
