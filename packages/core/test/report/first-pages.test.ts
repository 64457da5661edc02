import { describe, expect, it } from 'vitest'
import { askReport } from '../../src/ask/report.ts'
import { readCase } from '../../src/case/read.ts'
import { textIn } from '../../src/model/package.ts'
import { renderPlain } from '../../src/report/plain.ts'
import { textsIn } from '../folder.ts'
import { stray } from './stray.ts'

describe('the law itself', () => {
  it('sees ids, places, letters, decimals and terms of art, and no word of the case', () => {
    const found = (text: string): readonly string[] =>
      stray(text, ['framework', 'full-withdrawal'], ['The framework (framework)'])
    expect(found('The plan (framework)')).toEqual(['framework'])
    expect(found('over full-withdrawal')).toEqual(['full-withdrawal'])
    expect(found('see stances/x.yaml:9')).toHaveLength(1)
    expect(found('it leads to YYNNY')).toEqual(['YYNNY'])
    expect(found('a chance of 0.06')).toHaveLength(1)
    expect(found('holds under Nash')).toEqual(['Nash'])
    expect(found('The framework (framework) is unlikely, 6%: a framework')).toEqual([])
  })
})

const short = async (folder: string, proposals?: readonly string[]) => {
  const reading = readCase(textsIn(folder))
  const answer = await askReport(
    { ...reading, hash: 'sha256:0' },
    { draws: 200, seed: 1, short: true, ...(proposals ? { proposals } : {}) }
  )
  if (answer.refused) throw new Error(`${folder} is refused`)
  return { blocks: answer.document(), check: answer.result.check }
}

describe('the first pages', () => {
  it('speak of the one asked for, else of the nearest, and name each other in a line', async () => {
    const [all, one] = [
      await short('panama-canal/1977'),
      await short('panama-canal/1977', ['all-us'])
    ]
    const { proposals } = all.check
    const best = Math.max(...proposals.map(({ joint }) => joint.p))
    const lead = proposals.find(({ joint }) => joint.p === best)
    const text = renderPlain(all.blocks, { width: 10_000 })
    expect(text.split('\n')).toContainEqual(
      expect.stringContaining(`“${lead && textIn(lead.proposal.title)}”.`)
    )
    const rest = proposals.filter((other) => other !== lead)
    for (const { proposal } of rest)
      expect(
        text.split('\n').filter((line) => line.includes(`“${textIn(proposal.title)}”:`))
      ).toHaveLength(1)
    expect(renderPlain(one.blocks)).not.toContain('Also on the table')
  })

  it('are the same with the annex behind them', async () => {
    const reading = { ...readCase(textsIn('panama-canal/1977')), hash: 'sha256:0' }
    const [brief, whole] = [
      await askReport(reading, { draws: 200, seed: 1, short: true }),
      await askReport(reading, { draws: 200, seed: 1 })
    ]
    if (brief.refused || whole.refused) throw new Error('refused')
    const pages = brief.document()
    expect(whole.document().slice(0, pages.length)).toEqual(pages)
    expect(whole.document()[pages.length]).toMatchObject({ kind: 'heading', level: 1 })
  })
})
