import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { askReport } from '../../core/src/ask/report.ts'
import { readCase } from '../../core/src/case/index.ts'
import { STUDY_DEFAULTS, studyPart } from '../../core/src/study/index.ts'
import { loadCase } from '../src/load.ts'
import { studyAside } from '../src/study-aside.ts'

const folder = fileURLToPath(new URL('../../../cases/panama-canal/1977', import.meta.url))

async function given() {
  const { files, hash } = await loadCase(folder)
  return { ...readCase(files), hash }
}

const aside = studyAside()

test.skipIf(!aside)('a study is worked through aside as it is here, bit for bit', async () => {
  const one = await given()
  if (!one.case || !aside) throw new Error('no case')
  const settings = { ...STUDY_DEFAULTS, draws: 300, seed: 5 }
  const part = await aside({ given: one, source: one.case, settings })
  expect(part).toEqual(studyPart(one.case, settings, { from: 0, count: 300 }))
})

test.skipIf(!aside)('a briefing with a study aside is the briefing', async () => {
  const one = await given()
  const blocks = async (help: Parameters<typeof askReport>[2]) => {
    const answer = await askReport(one, { draws: 300 }, help)
    return answer.refused ? undefined : answer.document()
  }
  const here = await blocks({})
  expect(here?.length).toBeGreaterThan(20)
  expect(await blocks({ study: aside })).toEqual(here)
})

test.skipIf(!aside)('what the thread fails with is heard', async () => {
  const one = await given()
  if (!one.case || !aside) throw new Error('no case')
  const settings = { ...STUDY_DEFAULTS, draws: 10, seed: 1 }
  await expect(aside({ given: { ...one, files: [] }, source: one.case, settings })).rejects.toThrow(
    /errors|file/
  )
})
