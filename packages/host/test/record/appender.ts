// Appends to a record, two entries at a time, and prints the number of the first once they are
// acknowledged; keeps a head of the tree over them now and then. Run by failure.test.ts, beside
// another of its kind, and killed by it.
import { openAt, type RecordPlace } from './places.ts'
import { GrowingTree } from './tree.ts'

const [place = '', word = '', count = '0'] = process.argv.slice(2)
const store = await openAt(JSON.parse(place) as RecordPlace)
const tree = new GrowingTree()
let size = await store.size()
for (let done = 0; done < Number(count); ) {
  for (const { leaf } of await store.read(tree.size, size)) tree.add(leaf)
  // Two leaves at a time, so that a torn append would show.
  const entries = ['first', 'second'].map((part) => ({
    leaf: Buffer.from(`${word} ${done} ${part}`)
  }))
  const appended = await store.append(tree.size, entries)
  size = appended.size
  if (appended.outcome === 'behind') continue
  process.stdout.write(`${size - 2} ${word} ${done}\n`)
  for (const { leaf } of entries) tree.add(leaf)
  if (done++ % 4 === 0)
    await store.keepCheckpoint({ size: tree.size, note: tree.head() }, undefined)
}
await store.close()
