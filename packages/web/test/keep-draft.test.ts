import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCase } from '@truce/core'
import { describe, expect, it } from 'vitest'
import { STARTING_CASE } from '../../cli/src/commands/new.ts'
import { Answers } from '../src/engine/answers.ts'
import type { Draft, Judged } from '../src/engine/protocol.ts'
import { proposalFrom } from '../src/engine/with-drafts.ts'
import { columnsOf, startOf, withOptions } from '../src/judged/columns.ts'
import { copyIn, keepIn, withKept } from '../src/state/keep-draft.ts'
import { writtenAt } from '../src/state/pointer.ts'
import type { TableDraft } from '../src/state/workbench.ts'
import { cutAt } from '../src/state/yaml-block.ts'

type Files = Parameters<typeof readCase>[0]
const FLAGSHIP = 'cases/ukraine/2024-maitra'
const flagship: Files = readdirSync(FLAGSHIP, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(FLAGSHIP, name), 'utf8') }))
const starting: Files = Object.entries(STARTING_CASE).map(([name, text]) => ({ name, text }))

function read(files: Files) {
  const { case: source, sound, diagnostics } = readCase(files)
  if (!source) throw new Error('the case cannot be read')
  return { files, source, sound, diagnostics }
}

/** A draft of a proposal as the table makes it. */
function draftOf(files: Files, id: string, changes: Record<string, string | undefined> = {}) {
  const { source } = read(files)
  const column = columnsOf({ case: source, drafts: [] }).find((one) => one.id === id)
  if (!column) throw new Error(`no proposal ${id}`)
  const draft: TableDraft = { id: 'draft-1', title: 'Mine', ...startOf(column, source) }
  return withOptions(draft, changes)
}

async function judged(files: Files, draft: Draft): Promise<Judged> {
  const answers = new Answers()
  const patience = { progress: () => {}, pause: async () => {} }
  await answers.answer('read', { files }, patience)
  return answers.answer('judge', { draft, draws: 4000 }, patience)
}

/** The lines that a change took away and put there; both empty where it changed nothing. */
function changed(
  before: Files,
  after: Files
): { readonly gone: string[]; readonly come: string[] } {
  const lines = (files: Files): string[] => files.flatMap(({ text }) => text.split('\n'))
  const [old, now] = [lines(before), lines(after)]
  return {
    gone: old.filter((line) => !now.includes(line)),
    come: now.filter((line) => !old.includes(line))
  }
}

describe('a draft of a proposal', () => {
  it('is judged as the proposal is while nothing is changed, later steps included', async () => {
    const { terms, of, held } = draftOf(flagship, 'framework')
    const plain = await judged(flagship, { terms })
    const draft = await judged(flagship, { terms, of: of ?? '', held: held ?? [] })
    const proposal = await judged(flagship, { proposal: 'framework' })
    expect([draft.joint, draft.verdict]).toEqual([proposal.joint, proposal.verdict])
    expect(plain.joint).not.toEqual(proposal.joint)
  })

  it('is on its own where an option was chosen, and takes nothing that the case says otherwise by now', () => {
    const draft = draftOf(flagship, 'framework', { front: 'contact' })
    expect(draft.held).not.toContain('front')
    expect(draft.held).toContain('alignment')
    // What the case says otherwise by now is not the draft's.
    const elsewhere = withOptions(draft, {})
    const other = { ...elsewhere, terms: { ...elsewhere.terms, alignment: 'nato' } }
    const { source } = read(flagship)
    expect(proposalFrom(other, source).terms.get('alignment')?.option).toBe('nato')
    expect(proposalFrom(draft, source).terms.get('front')?.then).toBeUndefined()
  })
})

describe('keeping a draft', () => {
  it('adds a proposal and touches no other line', () => {
    const kept = keepIn(read(flagship), draftOf(flagship, 'framework', { forces: 'unlimited' }), {
      as: 'new',
      title: 'Framework, no cap',
      note: 'from “The brief’s framework”'
    })
    expect(kept.id).toBe('framework-no-cap')
    expect(changed(flagship, kept.files).gone).toEqual([])
    const { source, sound } = read(kept.files)
    expect(sound).toBe(true)
    const [parent, made] = ['framework', kept.id].map((id) =>
      source.proposals.find((one) => one.id === id)
    )
    expect(made?.by).toBeUndefined()
    expect(made?.terms.get('forces')?.option).toBe('unlimited')
    expect(made?.terms.size).toBe(parent?.terms.size)
    const front = made?.terms.get('front')
    expect([front?.then, front?.after]).toEqual([
      parent?.terms.get('front')?.then,
      parent?.terms.get('front')?.after
    ])
    // The chance stays the figure of whoever gave it.
    expect(front?.chance).toMatchObject({
      range: parent?.terms.get('front')?.chance?.range,
      source: 'maitra-2024'
    })
    expect([...(made?.provisional.keys() ?? [])]).toEqual(['status'])
  })

  it('is laid out as people write it: one term a line', () => {
    const draft = draftOf(flagship, 'framework')
    const how = { as: 'new', title: 'Twin', by: 'russia' } as const
    const { files } = keepIn(read(flagship), draft, how)
    const text = files.map((file) => file.text).join('\n')
    expect(text).toContain(
      '\n  twin:\n    title: Twin\n    by: russia\n    source: maitra-2024\n    terms:\n      alignment: neutral\n'
    )
    expect(
      text.match(/\n {6}front: \{first: contact, then: pre-2022, after: .*\}\n/g)
    ).toHaveLength(2)
  })

  it('in the place of its proposal changes the lines of the terms that changed, and no others', () => {
    const draft = draftOf(flagship, 'framework', { forces: 'unlimited', korea: undefined })
    const { files, id } = keepIn(read(flagship), draft, { as: 'replace' })
    expect(id).toBe('framework')
    expect(changed(flagship, files)).toEqual({
      gone: ['      korea: help'],
      come: []
    })
    const now = read(files).source.proposals.find((one) => one.id === id)
    expect([now?.terms.get('forces')?.option, now?.terms.has('korea')]).toEqual([
      'unlimited',
      false
    ])
    const count = (texts: Files): number => texts.flatMap(({ text }) => text.split('\n')).length
    expect(count(files)).toBe(count(flagship) - 1)
  })

  it('writes into a case without proposals, whatever stands in their place', () => {
    const without = (put: string): Files =>
      starting.map(({ name, text }) => ({ name, text: text.replace(/\nproposals:[\s\S]*/, put) }))
    for (const put of ['\n', '\nproposals: {}\n', '\nproposals:\n']) {
      const files = without(put)
      const { source } = read(files)
      const draft = { id: 'd', title: 'Угода', terms: { water: 'half' } }
      const kept = keepIn({ files, source }, draft, { as: 'new', title: draft.title })
      const after = read(kept.files)
      expect(after.sound, put).toBe(true)
      expect(after.source.proposals.map(({ id, title }) => [id, title])).toEqual([
        ['proposal', 'Угода']
      ])
      expect(
        kept.files.filter(({ text }) => text.includes('Угода')).map(({ name }) => name)
      ).toEqual(['case.yaml'])
    }
  })

  it('gives every draft of a briefing an id of its own', () => {
    const [first] = read(starting).source.proposals
    const draft = draftOf(starting, first?.id ?? '')
    const files = withKept(read(starting), [draft, { ...draft, id: 'draft-2' }], () => 'Draft: one')
    const { source, sound } = read(files)
    expect(sound).toBe(true)
    expect(source.proposals.slice(-2).map(({ id }) => id)).toEqual(['draft-one', 'draft-one-2'])
  })
})

describe('the proposals of a case', () => {
  it('are copied word for word under another title', () => {
    const { files, id } = copyIn(read(flagship), 'accession', 'Copy of it')
    const { title, ...rest } = writtenAt(files, `proposals/${id}`) as { readonly title: string }
    expect(title).toBe('Copy of it')
    const { title: _, ...old } = writtenAt(flagship, 'proposals/accession') as { title: string }
    expect(rest).toEqual(old)
  })

  it('are taken away line by line, the last of them with the list', () => {
    for (const start of [flagship, starting]) {
      let files = start
      for (const { id } of read(start).source.proposals) {
        const before = files
        files = cutAt(files, `proposals/${id}`)
        expect(changed(before, files).come).toEqual([])
      }
      const { source } = read(files)
      expect(source.proposals).toEqual([])
      expect(writtenAt(files, 'proposals')).toBeUndefined()
      expect(source.issues).toEqual(read(start).source.issues)
    }
  })
})
