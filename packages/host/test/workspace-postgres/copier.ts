// Copies a workspace, to be killed in the midst of it by copy-workspace.test.ts.
import { copyWorkspace } from '../../src/workspace-postgres/copy-workspace.ts'

const [from = '', to = ''] = process.argv.slice(2)
process.stdout.write('begun\n')
await copyWorkspace({ from, to, keys: true })
process.stdout.write('done\n')
