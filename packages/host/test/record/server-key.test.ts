import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyInSeedFile, mustBeOwnersAlone } from '../../src/record/server-key.ts'

describe.skipIf(process.platform === 'win32')('the key of a team’s records', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truce-key-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is its owner’s alone: one that others may read is refused, with what to do', async () => {
    const path = join(folder, 'records.key')
    await mustBeOwnersAlone(path)
    await keyInSeedFile(path)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await mustBeOwnersAlone(path)
    await chmod(path, 0o640)
    await expect(mustBeOwnersAlone(path)).rejects.toThrow(
      /others than its owner may read .*records\.key/
    )
  })
})
