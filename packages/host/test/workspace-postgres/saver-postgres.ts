// A process to be killed: saves one version after the other into a database and prints each number
// once it is acknowledged.
import { PostgresCaseStore } from '../../src/workspace-postgres/postgres-case-store.ts'
import { numbered } from '../workspace/texts.ts'

const [url = '', id = '', from = '0'] = process.argv.slice(2)
const store = await PostgresCaseStore.open(url)
let { version } = await store.read(id)
process.stdout.write(`base ${version}\n`)
for (let count = Number(from); ; count++) {
  const saved = await store.save({ id, files: numbered(count), base: version })
  version = saved.state.version
  if (saved.outcome === 'saved') process.stdout.write(`saved ${version} ${count}\n`)
}
