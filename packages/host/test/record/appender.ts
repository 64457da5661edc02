// Appends one entry after the other to a record and prints the number of each once it is
// acknowledged: run by failure.test.ts, beside another of its kind, and killed by it.
import { SqliteRecordStore } from '../../src/record/index.ts'

const [path = '', word = '', count = '0'] = process.argv.slice(2)
const store = await SqliteRecordStore.open(path)
let size = await store.size()
for (let done = 0; done < Number(count); ) {
  // Two leaves at a time, so that a torn append would show.
  const leaves = ['first', 'second'].map((part) => Buffer.from(`${word} ${done} ${part}`))
  const appended = await store.append(
    size,
    leaves.map((leaf) => ({ leaf }))
  )
  size = appended.size
  if (appended.outcome === 'behind') continue
  process.stdout.write(`${size - 2} ${word} ${done}\n`)
  done++
}
await store.close()
