// Saves into a small disk until it is full, then says what it found: run by failure.test.ts on a
// file system of its own.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workspace } from '../../src/workspace/workspace.ts'
import { single } from './texts.ts'

const text = (count: number) => single(`# ${count}\n${'# filler '.repeat(2000)}`)
const folder = process.argv[2] ?? ''
const ballast = join(folder, 'ballast')
writeFileSync(ballast, Buffer.alloc(60_000))
const workspace = await Workspace.open(folder)
let state = await workspace.create({ id: 'river', files: text(0), shippedFrom: null })
let refused = ''
let saves = 0
while (refused === '') {
  try {
    const saved = await workspace.save({ id: 'river', files: text(saves + 1), base: state.version })
    state = saved.state
    saves++
  } catch (error) {
    refused = (error as { readonly code?: string }).code ?? String(error)
  }
}
const { files } = await workspace.read('river')
rmSync(ballast)
const after = await workspace.save({
  id: 'river',
  files: single('# small\n'),
  base: (await workspace.read('river')).version
})
process.stdout.write(
  JSON.stringify({
    refused,
    saves,
    kept: files[0]?.text === text(saves)[0]?.text,
    after: after.outcome
  })
)
await workspace.close()
