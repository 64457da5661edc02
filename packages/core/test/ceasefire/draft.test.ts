import { describe, expect, it } from 'vitest'
import { askAgreement } from '../../src/ask/compare-agreement.ts'
import { askDraft } from '../../src/ask/draft-agreement.ts'
import { readCase } from '../../src/case/read.ts'
import { MODEL_ARTICLES } from '../../src/ceasefire/clause-library.ts'
import { CLAUSES } from '../../src/ceasefire/clauses.ts'
import { CLAUSE_QUESTIONS, QUESTION_RULES } from '../../src/ceasefire/cue-questions.ts'
import { readGeoJson } from '../../src/geo/read-geojson.ts'
import { draftReport } from '../../src/report/ceasefire/index.ts'
import { renderMarkdown, renderPlain } from '../../src/report/index.ts'
import { WHOLE_CASE } from './whole-case.ts'

const hash = `sha256:${'0'.repeat(64)}`
const given = (text: string) => ({ ...readCase([{ name: 'case.yaml', text }]), hash })

function draftOfText(text: string) {
  const answer = askDraft(given(text))
  if (answer.refused) throw new Error(answer.findings.map(({ message }) => message).join('\n'))
  return answer.result
}

/** The case without some keys of its ceasefire, each with what is indented below it. */
const without = (...keys: readonly string[]): string =>
  keys.reduce(
    (text, key) => text.replace(new RegExp(`^  ${key}:.*\\n(?:    .*\\n)*`, 'm'), ''),
    WHOLE_CASE
  )

describe('a drafted ceasefire', () => {
  it('of a case that says everything leaves nothing to be agreed', () => {
    const draft = draftOfText(WHOLE_CASE)
    expect(draft.gaps).toEqual([])
    expect(draft.maps).toBe(0)
    expect(renderPlain(draftReport(draft))).not.toMatch(/to be agreed:|to be attached:|[{}]/)
  })

  it.each(['text', 'markdown'])('answers every question when it is read back from %s', (format) => {
    const blocks = draftReport(draftOfText(WHOLE_CASE))
    const text = format === 'text' ? renderPlain(blocks) : renderMarkdown(blocks)
    const { questions } = askAgreement(text, 'draft').result
    expect(
      questions.flatMap(({ rule, parts }) =>
        parts.filter(({ state }) => state !== 'answered').map(({ id }) => `${rule} ${id}`)
      )
    ).toEqual([])
  })

  it('answers, when read back, whatever its clauses have filled, and no rule that is left open', () => {
    const open: readonly (readonly [string, string, string])[] = [
      ['violation', 'CF009', 'violation'],
      ['return-fire', 'CF010', 'return-fire'],
      ['record', 'CF014', 'record'],
      ['mine-records', 'CF028', 'records'],
      ['languages', 'CF024', 'language'],
      ['missing', 'CF027', 'missing']
    ]
    for (const [key, rule, part] of open) {
      const draft = draftOfText(without(key))
      expect(draft.gaps.map((gap) => gap.rule)).toContain(rule)
      const { questions } = askAgreement(renderPlain(draftReport(draft)), 'draft').result
      const found = questions
        .find((question) => question.rule === rule)
        ?.parts.find(({ id }) => id === part)
      expect(found?.state, key).not.toBe('answered')
      const others = questions.filter((question) => question.rule !== rule)
      expect(others.filter(({ state }) => state !== 'answered').map((one) => one.rule)).toEqual([])
    }
  })

  it('marks every gap in the text, with its rule, and counts them', () => {
    const bare = `${WHOLE_CASE.split('\ntracks:')[0]}\n`
    const draft = draftOfText(bare)
    const text = renderPlain(draftReport(draft), { width: 10_000 })
    const articles = text.split('\nAnnex A. ')[0] ?? ''
    const marks = articles.match(/\[to be agreed: [^\]]*\]/g) ?? []
    // the preamble names the parties once more
    expect(marks).toHaveLength(draft.gaps.length + 1)
    expect(text).toContain(`What is left to be agreed (${draft.gaps.length})`)
    for (const rule of QUESTION_RULES) expect(draft.gaps.map((gap) => gap.rule)).toContain(rule)
  })

  it('keeps its articles, their numbers and the ids of clauses whatever the case says', () => {
    const [whole, part] = [draftOfText(WHOLE_CASE), draftOfText(without('orders', 'record'))]
    expect(whole.articles.map(({ n, id }) => [n, id])).toEqual(
      part.articles.map(({ n, id }) => [n, id])
    )
    const ids = (draft: typeof whole) =>
      draft.articles.flatMap(({ clauses }) => clauses.map(({ id }) => id))
    expect(ids(whole)).toEqual(ids(part))
    expect(new Set(ids(whole)).size).toBe(ids(whole).length)
    expect(whole.articles).toHaveLength(22)
  })

  it('quotes the case and leads to its sources', () => {
    const { articles, notes } = draftOfText(WHOLE_CASE)
    const all = articles.flatMap(({ clauses }) => clauses)
    const fire = all.find(({ id }) => id === 'return-fire.rule')
    expect(fire?.text).toContain(
      '“only on the order of a brigade commander, after the direct line was tried” [1]'
    )
    expect(notes[0]).toMatch(/^\[1\] Notes of the talks/)
  })

  it('dates what can be dated, in the order of time', () => {
    const table = draftOfText(WHOLE_CASE).annexes.find(({ letter }) => letter === 'C')?.tables[0]
    // Vienna is an hour ahead of UTC in winter and two in April; orders are out twelve hours before.
    expect(table?.rows.map(([, , utc]) => utc)).toEqual([
      '2030-01-25 11:00',
      '2030-01-31 11:00',
      '2030-01-31 23:00',
      '2030-02-02 07:00',
      '2030-02-03 23:00',
      '2030-02-10 23:00',
      '2030-02-16 07:00',
      '2030-02-20 23:00',
      '2030-04-01 22:00'
    ])
    // Kyiv is an hour ahead of Vienna all the year.
    expect(table?.head.at(-1)).toBe('Upland (Europe/Kyiv)')
    expect(table?.rows.at(0)?.at(-1)).toBe('2030-01-25 13:00')
    expect(table?.rows.at(-1)?.at(-1)).toBe('2030-04-02 01:00')
  })
})

describe('the map of a draft', () => {
  const sided = WHOLE_CASE.replace(
    'geometry: ridge.geojson,',
    'geometry: ridge.geojson, sides: {upland: [30.5, 50], lowland: [30.5, 47]},'
  ).replace(
    'geometry: river.geojson,',
    'geometry: river.geojson, sides: {upland: [30.5, 50], lowland: [30.5, 47]},'
  )
  const course = (lat: number) =>
    readGeoJson(
      JSON.stringify({
        type: 'LineString',
        coordinates: [
          [30, lat],
          [31, lat]
        ]
      })
    )
  const annexOf = (drawn: Readonly<Record<string, number>>) => {
    const drawings = new Map(Object.entries(drawn).map(([id, lat]) => [id, course(lat)]))
    const answer = askDraft(given(sided), { drawings })
    if (answer.refused) throw new Error('refused')
    return answer.result.annexes[0]
  }

  it('stands in the annex of the lines, which says where each is on it and what each zone keeps', () => {
    const annex = annexOf({ ridge: 48.5, river: 48.3 })
    expect(annex?.map?.svg).toMatch(/^<svg /)
    expect(annex?.tables[0]?.rows.map((row) => row.at(-1))).toEqual([
      'on the map: 1',
      'on the map: 2'
    ])
    // the width of 30 km lies to both sides of a line, 15 km behind each
    expect(annex?.tables[1]?.rows.map((row) => row.slice(0, 4))).toEqual([
      ['artillery', 'Upland', 'The ridge, 2030-01-09, by Notes of the talks', '15 km'],
      ['artillery', 'Lowland', 'The river, 2029-06-01, by Notes of the talks', '15 km']
    ])
    expect(annex?.lines.join()).not.toContain('Not on the map')
  })

  it('names what it does not show, and is left out where nothing is drawn', () => {
    const annex = annexOf({ river: 48.3 })
    expect(annex?.tables[0]?.rows.map((row) => row.at(-1))).toEqual([
      'ridge.geojson',
      'on the map: 1'
    ])
    expect(annex?.lines.join()).toMatch(/Not on the map.*The ridge and artillery/)
    expect(annexOf({})?.map).toBeUndefined()
  })
})

describe('the library of clauses', () => {
  it('has one article for each heading that a text is reviewed by, in the same order', () => {
    expect(MODEL_ARTICLES.map(({ id }) => id)).toEqual(CLAUSES)
  })

  it('has a clause for every part of every question', () => {
    const clauses = MODEL_ARTICLES.flatMap(({ clauses: all }) => [...all])
    const answered = clauses.flatMap((clause) => ('answers' in clause ? [...clause.answers] : []))
    const asked = CLAUSE_QUESTIONS.flatMap(({ parts }) => parts.map(({ id }) => id))
    expect(answered.sort()).toEqual([...asked].sort())
  })
})
