import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '@truce/core'
import { isDrawingFile } from '@truce/core/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { casesToRead, inSixDigits } from '../../../scripts/cases.ts'
import { main } from '../../cli/src/main.ts'
import { sampled } from '../../core/test/laws.ts'
import { Answers } from '../src/engine/answers.ts'
import type { Question, Questions } from '../src/engine/protocol.ts'

// With fewer draws both still have the same to say; a full run takes as many as the page does.
const DRAWS = sampled(500, 40)
const FLAGSHIP = join('cases', 'ukraine', '2024-maitra')
/** The case whose study takes two chunks of draws. */
const TWO_CHUNKS = '1955'
const folders = await casesToRead()

/** The case's files as the server hands them to the page. */
function filesOf(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') || isDrawingFile(name))
    .map((name) => ({
      name: name.replaceAll('\\', '/'),
      text: readFileSync(join(folder, name), 'utf8')
    }))
}

/** The command line's document; undefined where it says that there is none. */
async function commandLine(...argv: readonly string[]): Promise<unknown> {
  let text = ''
  const io = { stderr: () => {}, stdin: async () => '', columns: 80, colour: false }
  const stdout = (part: string): void => {
    text += part
  }
  await main([...argv, '--format', 'json'], { ...io, stdout }).catch(() => undefined)
  return text === '' ? undefined : JSON.parse(text)
}

/** What a person reads on the command line, without its breaks. */
async function printed(...argv: readonly string[]): Promise<string> {
  let text = ''
  const io = { stderr: () => {}, stdin: async () => '', columns: 80, colour: false }
  const stdout = (part: string): void => {
    text += part
  }
  await main(argv, { ...io, stdout })
  return letters(text)
}

/** A text without its spaces: where lines break is nobody's concern. */
const letters = (text: string): string => text.replace(/\s/g, '')

/**
 * By default every third question is put to a case, and each question to every third case; the
 * flagship is asked all of them.
 */
const QUESTIONS = [
  'check',
  'solve stability',
  'solve bargaining',
  'plan',
  'solve strategy, with what its report says',
  'solve study, telling how far it is',
  'each proposal, judged and repaired by itself',
  'solve acceptance, telling how far it is'
] as const

describe.each(folders)('%s: the worker says what the command line says', (folder) => {
  const ask = (question: (typeof QUESTIONS)[number], answered: () => Promise<void>): void => {
    const isItsTurn = (folders.indexOf(folder) + QUESTIONS.indexOf(question)) % 3 === 0
    if (sampled(true, isItsTurn || folder === FLAGSHIP)) it(question, answered)
  }

  const answers = new Answers()
  const shares: number[] = []

  /** The answer as it comes through JSON; undefined where it rejects. */
  async function asked<Q extends Question>(
    question: Q,
    ask: Questions[Q]['ask']
  ): Promise<unknown> {
    const patience = { progress: (share: number) => void shares.push(share), pause: async () => {} }
    const answer = await answers.answer(question, ask, patience).catch(() => undefined)
    return answer && JSON.parse(JSON.stringify(answer))
  }

  beforeAll(() => asked('read', { files: filesOf(folder) }))

  ask('check', async () => {
    expect(await asked('check', { draws: DRAWS, ceiling: true })).toEqual(
      await commandLine('check', folder, '--draws', String(DRAWS))
    )
  })

  ask('solve bargaining', async () => {
    const [here, there] = [
      await asked('bargaining', { respectRedlines: true }),
      await commandLine('solve', 'bargaining', folder)
    ]
    expect(here).toEqual(there)
  })

  ask('solve stability', async () => {
    expect(await asked('stability', {})).toEqual(await commandLine('solve', 'stability', folder))
  })

  ask('solve strategy, with what its report says', async () => {
    const draws = sampled(100, 30)
    const here = await asked('strategy', { draws, language: 'en' })
    const there = await commandLine('solve', 'strategy', folder, '--draws', String(draws))
    if (there === undefined) return expect(here).toBeUndefined()
    expect(here).toMatchObject({ document: there })
    const report = await printed('solve', 'strategy', folder, '--draws', String(draws))
    const { told } = here as Questions['strategy']['answer']
    for (const line of [...told.headlines, ...(told.climbing?.levels ?? [])])
      expect(report).toContain(letters(line))
  })

  ask('plan', async () => {
    const draws = sampled(10_000, 400)
    expect(await asked('plan', { draws })).toEqual(
      await commandLine('plan', folder, '--draws', String(draws))
    )
  })

  ask('solve acceptance, telling how far it is', async () => {
    shares.length = 0
    const draws = sampled(200, 40)
    const there = await commandLine(
      'solve',
      'acceptance',
      folder,
      '--only-best',
      '--draws',
      String(draws)
    )
    expect(await asked('acceptance', { draws, only: 'best' })).toEqual(there)
    if (there !== undefined) expect(shares.length).toBeGreaterThan(0)
  })

  ask('solve study, telling how far it is', async () => {
    shares.length = 0
    const draws = folder.endsWith(TWO_CHUNKS) ? 510 : sampled(500, 40)
    const there = await commandLine(
      'solve',
      'study',
      folder,
      '--draws',
      String(draws),
      '--workers',
      '1'
    )
    expect(await asked('study', { draws })).toEqual(there)
    if (there !== undefined) expect(shares).toEqual(draws > 500 ? [500 / draws, 1] : [1])
  })

  ask('each proposal, judged and repaired by itself', async () => {
    // As test/cases.test.ts finds it to be: the numbers in six digits.
    const path = join(folder, 'expected', 'check.json')
    const document = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly proposals: Record<string, Checked>
    }
    for (const [id, checked] of Object.entries(document.proposals)) {
      const judged = (await asked('judge', {
        draft: { proposal: id },
        draws: 10_000
      })) as Questions['judge']['answer']
      expect(
        inSixDigits({ verdict: judged.verdict, p: judged.joint.p, open: judged.open })
      ).toEqual({ verdict: checked.verdict, p: checked.joint.p, open: checked.open.issues })
      for (const { party, verdict, accepts, gain, crossed } of judged.parties) {
        const known = checked.parties[party]
        expect(
          inSixDigits({ verdict, accepts, low: gain?.low, crossed: crossed.map((one) => one.id) })
        ).toEqual({
          verdict: known?.verdict,
          accepts: known?.accepts.p,
          low: known?.gain?.low,
          crossed: known?.crossed
        })
      }
      const repaired = (await asked('repairs', {
        draft: { proposal: id }
      })) as Questions['repairs']['answer']
      expect(
        inSixDigits(repaired.list.map(({ changes, verdict, p }) => ({ changes, verdict, p })))
      ).toEqual(
        checked.repairs.map(({ changes, verdict, joint }) => ({ changes, verdict, p: joint.p }))
      )
    }
  })
})

/** What the test looks at in a proposal of the document. */
interface Checked {
  readonly verdict: string
  readonly joint: { readonly p: number }
  readonly open: { readonly issues: readonly string[] }
  readonly parties: Record<
    string,
    {
      readonly verdict: string
      readonly accepts: { readonly p: number }
      readonly gain: { readonly low: number } | null
      readonly crossed: readonly string[]
    }
  >
  readonly repairs: readonly {
    readonly changes: Record<string, string>
    readonly verdict: string
    readonly joint: { readonly p: number }
  }[]
}
