import type { SourceFile } from '@truce/core'
import type { Given } from '@truce/core/ask'
import type { Reading } from '@truce/core/case'
import { readCase } from '@truce/core/case'
import type { Patience } from './documents.ts'
import { Drafts } from './drafts.ts'
import { DRAWS } from './draws.ts'
import { hashOf } from './hash.ts'
import { findingOf } from './place.ts'
import type { Ahead } from './port.ts'
import type { Question, Questions, Read, Trouble } from './protocol.ts'
import { sameTexts, troublesBetween } from './trial.ts'

/** Answers every question about the case last read. One of these lives in each worker. */
export class Answers {
  private reading: Reading | undefined
  /** What was tried last: mostly it is what is read next. */
  private tried: Reading | undefined
  private sound: Promise<Given> | undefined
  private drafts: Drafts | undefined
  /** Of the case that was read first. */
  private judgedAhead: readonly Ahead[] | undefined
  /** What may be asked next about the case as it was read. */
  private foreseen: readonly Ahead['ask'][] = []

  /** Answers; rejects with one Error that a person can read. */
  async answer<Q extends Question>(
    question: Q,
    ask: Questions[Q]['ask'],
    patience: Patience
  ): Promise<Questions[Q]['answer']> {
    const handlers: {
      readonly [K in Question]: (
        ask: Questions[K]['ask']
      ) => Questions[K]['answer'] | Promise<Questions[K]['answer']>
    } = {
      read: ({ files }) => this.read(files),
      trial: ({ files }) => this.trial(files),
      merge: async (one) => (await import('./merge-answer.ts')).mergeAnswer(one),
      judge: (one) => this.draftsOf().judge(one),
      repairs: ({ draft }) => this.draftsOf().repairs(draft),
      check: (one) => this.told(({ checkDocument }, given) => checkDocument(given, one)),
      bargaining: async (one) =>
        (await documents()).bargainingDocument(await this.soundCase(), one),
      stability: (one) =>
        this.told(({ stabilityDocument }, given) => stabilityDocument(given, one)),
      strategy: (one) => this.told(({ strategyAnswer }, given) => strategyAnswer(given, one)),
      forecast: (one) => this.told(({ forecastAnswer }, given) => forecastAnswer(given, one)),
      plan: (one) => this.told(({ planDocument }, given) => planDocument(given, one)),
      zones: async () => {
        const given = await this.soundCase()
        return (await import('./zones.ts')).zonesAnswer(given)
      },
      positions: async (one) => {
        const given = await this.soundCase()
        return (await import('./positions-judged.ts')).positionsAnswer(given, one)
      },
      review: async (one) => (await text()).reviewAnswer(await this.soundCase(), one),
      draft: async () => (await text()).draftAnswer(await this.soundCase()),
      timetable: async (one) => (await text()).timetableAnswer(await this.soundCase(), one),
      calendar: async (one) => (await text()).calendarAnswer(await this.soundCase(), one),
      study: async (one) =>
        (await documents()).studyDocument(await this.soundCase(), one, patience),
      acceptance: async (one) =>
        (await documents()).acceptanceDocument(await this.soundCase(), one, patience)
    }
    return handlers[question](ask)
  }

  /** Loads what answers the questions that take long, so that it is there when they are asked. */
  load(): void {
    documents().catch(() => undefined)
  }

  /** The verdicts that a room asks for as soon as it stands there, as far as they are known. */
  get ahead(): readonly Ahead[] {
    return this.judgedAhead ?? []
  }

  /** Has these judged when nothing else is to be done, instead of what was foreseen before. */
  foresee(asks: readonly Ahead['ask'][]): void {
    this.foreseen = asks
  }

  /**
   * Judges one package more before anybody asks: a proposal over few draws, then what was foreseen;
   * none where all are judged.
   */
  goAhead(): Ahead | undefined {
    const { judgedAhead, reading } = this
    const proposal = judgedAhead && reading?.case?.proposals[judgedAhead.length]
    if (proposal) {
      const ask = { draft: { proposal: proposal.id }, draws: DRAWS.first }
      const judged = { ask, answer: this.draftsOf().judge(ask) }
      this.judgedAhead = [...judgedAhead, judged]
      return judged
    }
    const [ask, ...rest] = this.foreseen
    if (!ask || !reading?.sound) return undefined
    this.foreseen = rest
    return { ask, answer: this.draftsOf().judge(ask) }
  }

  private read(files: readonly SourceFile[]): Read {
    const known = [this.reading, this.tried].find((one) => one && sameTexts(one.files, files))
    const reading = known ?? readCase(files)
    this.tried = undefined
    if (reading !== this.reading) {
      // What is typed is soon typed on: only what a case is opened with is answered ahead.
      this.judgedAhead = this.reading === undefined && reading.sound ? [] : undefined
      this.reading = reading
      this.sound = undefined
      this.drafts = undefined
      this.foreseen = []
    }
    return {
      case: reading.case,
      sound: reading.sound,
      findings: reading.diagnostics.map((found) => findingOf(found, files))
    }
  }

  private trial(files: readonly SourceFile[]): readonly Trouble[] {
    if (!this.reading) throw unread()
    this.tried = readCase(files)
    return troublesBetween(this.reading, this.tried)
  }

  private draftsOf(): Drafts {
    this.drafts ??= new Drafts(soundIn(this.reading).case)
    return this.drafts
  }

  private async told<T>(
    tell: (from: Awaited<ReturnType<typeof documents>>, given: Given) => T
  ): Promise<Awaited<T>> {
    const [from, given] = await Promise.all([documents(), this.soundCase()])
    return await tell(from, given)
  }

  private soundCase(): Promise<Given> {
    const { reading } = this
    this.sound ??= Promise.resolve().then(async () => {
      const sound = soundIn(reading)
      return { ...sound, hash: await hashOf(sound.files) }
    })
    return this.sound
  }
}

/** What takes a moment or longer; apart, so that what must be quick is there first. */
const documents = () => import('./documents.ts')

/** What only the room of the ceasefire's text asks for. */
const text = () => import('./ceasefire-text.ts')

/** A reading of a case without errors. */
type Sound = Reading & Required<Pick<Reading, 'case'>>

const unread = (): Error => new Error('no case has been read yet')

function soundIn(reading: Reading | undefined): Sound {
  if (!reading) throw unread()
  const { case: source } = reading
  if (!reading.sound || !source)
    throw new Error('the case has errors: mend them first, then ask again')
  return { ...reading, case: source }
}
