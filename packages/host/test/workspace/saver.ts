// A process to be killed: saves one version after the other and prints each number once it is
// acknowledged.
import { Workspace } from '../../src/workspace/workspace.ts'
import { numbered } from './texts.ts'

const [folder = '', id = ''] = process.argv.slice(2)
const workspace = await Workspace.open(folder)
let { version } = await workspace.read(id)
process.stdout.write(`base ${version}\n`)
for (let count = Number(process.argv[4]); ; count++) {
  const saved = await workspace.save({ id, files: numbered(count), base: version })
  if (saved.outcome !== 'saved') throw new Error(saved.outcome)
  version = saved.state.version
  process.stdout.write(`saved ${version} ${count}\n`)
}
