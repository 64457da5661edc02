// Appends to a record on a small disk until it is full, then says what it found: run by
// sqlite-failure.test.ts on a file system of its own.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SqliteRecordStore } from '../../src/record/sqlite-record-store.ts'
import { code } from '../contract/opening.ts'

const folder = process.argv[2] ?? ''
const ballast = join(folder, 'ballast')
writeFileSync(ballast, Buffer.alloc(200_000))
const store = await SqliteRecordStore.open(join(folder, 'record.db'))
const leafOf = (number: number): Uint8Array => new Uint8Array(3000).fill(number % 251)
const pair = (size: number) => [{ leaf: leafOf(size) }, { leaf: leafOf(size + 1) }]
let [size, refused] = [0, 'done']
while (refused === 'done') {
  refused = await code(store.append(size, pair(size)))
  if (refused === 'done') size += 2
}
const whole = async (): Promise<boolean> => {
  const all = await store.read(0, 1e6)
  return all.length === size && all.every(({ leaf }, at) => Buffer.compare(leaf, leafOf(at)) === 0)
}
const kept = await whole()
rmSync(ballast)
const after = await code(store.append(size, pair(size)))
size += 2
process.stdout.write(JSON.stringify({ refused, size, kept, after, whole: await whole() }))
await store.close()
