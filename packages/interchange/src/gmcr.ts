import { readCase } from '@truce/core/case'
import { compile } from '@truce/core/stability'
import type { GmcrSettings, Imported, Refused } from './answer.ts'
import { caseText } from './gmcr-case.ts'
import type { GmcrFile, GmcrMaker } from './gmcr-format.ts'
import { gmcrFile } from './gmcr-format.ts'
import { lostOf } from './gmcr-lost.ts'
import { plainText } from './patterns.ts'

/** A longer text is not read. */
export const MOST_GMCR_CHARACTERS = 2_000_000

/** As many options as a graph may have moves. */
const MOST_OPTIONS = 24

/** Patterns times conditions: more would take minutes to lay out. */
const MOST_WORK = 2 ** 30

/**
 * A case from a conflict of GMCR+. Never throws on bad input: it says what is wrong. What it
 * returns has been read back and compiled, so the case reads without errors.
 */
export function importGmcr(text: string, settings: GmcrSettings): Imported | Refused {
  const file = parsed(text)
  if ('refused' in file) return file
  const wrong = wrongIn(file)
  if (wrong !== undefined) return { refused: wrong }
  const tidy = { ...settings, title: plainText(settings.title) || 'Untitled' }
  const manual = file.useManualPreferenceRanking ?? file.useManualPreferenceVectors ?? false
  const { rankings, refused } = manual
    ? rankingsIn(file, tidy)
    : { rankings: undefined, refused: undefined }
  if (refused !== undefined) return { refused }
  const lost = lostOf(file, manual)
  const written = caseText(file, { ...tidy, lost, rankings })
  const broken = problemIn(written)
  return broken === undefined
    ? { files: [{ name: 'case.yaml', text: written }], lost, assumed: ASSUMED }
    : {
        refused: `what the file says makes no case (${plainText(broken)}): put it right in GMCR+ and save it again`
      }
}

const ASSUMED = [
  'every party has the kind `organisation` and the role `third`: say what it is',
  'the source of everything is the file: say whose judgements the moves and preferences are',
  'no state has a name and there is no status quo: add `states` and `status-quo` for paths from today'
]

function parsed(text: string): GmcrFile | Refused {
  if (text.length > MOST_GMCR_CHARACTERS)
    return { refused: 'the file is larger than 2 MB: leave out what GMCR+ can work out again' }
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return {
      refused:
        'the file is not JSON: GMCR+ 0.3 and later save it so; open it there and save it again'
    }
  }
  const found = gmcrFile.safeParse(json)
  if (found.success) return found.data
  const place = found.error.issues[0]?.path.map(String).join('.') || 'the file as a whole'
  return {
    refused: `this is not a conflict as GMCR+ saves it (wrong or missing: ${plainText(place)}): open it there and save it again`
  }
}

/** What cannot be made a case, whatever else the file says. */
function wrongIn({ options, decisionMakers, infeasibles }: GmcrFile): string | undefined {
  const count = options.length
  if (count > MOST_OPTIONS)
    return `the file has ${count} options, and a graph at most ${MOST_OPTIONS} moves: put options together first`
  const statements = decisionMakers.flatMap(({ preferences }) => preferences)
  const conditions = [
    ...infeasibles,
    ...statements,
    ...decisionMakers.flatMap(({ misperceptions }) => misperceptions)
  ]
  const named = [
    ...decisionMakers.flatMap((maker) => maker.options),
    ...conditions.flatMap(optionsIn)
  ]
  const stranger = named.find((option) => option >= count)
  if (stranger !== undefined)
    return `the file speaks of option ${stranger}, but its options are 0 to ${count - 1}: correct the number`
  if (
    conditions.some((one) =>
      Array.isArray(one) ? one.length === 0 : one.members.some(({ length }) => length === 0)
    )
  )
    return 'the file has a condition that names no option: remove it in GMCR+ and save it again'
  const unowned = options.findIndex((_, option) => ownersOf(option, decisionMakers).length !== 1)
  if (unowned >= 0)
    return ownership(plainText(options[unowned]?.name ?? ''), ownersOf(unowned, decisionMakers))
  if (2 ** count * (infeasibles.length + statements.length) > MOST_WORK)
    return `${count} options with ${infeasibles.length + statements.length} conditions are too many to lay out: put options together first`
  return undefined
}

function optionsIn(condition: GmcrFile['infeasibles'][number]): readonly number[] {
  return (Array.isArray(condition) ? condition : condition.members.flat()).map(([option]) => option)
}

function ownersOf(option: number, makers: readonly GmcrMaker[]): readonly GmcrMaker[] {
  return makers.filter(({ options }) => options.includes(option))
}

function ownership(option: string, owners: readonly GmcrMaker[]): string {
  return owners.length === 0
    ? `the option ${option} belongs to no decision maker: give it to one, or remove it`
    : `the option ${option} belongs to ${owners.length} decision makers, and a move to one party: make it an option of each`
}

interface Rankings {
  readonly rankings?: ReadonlyMap<GmcrMaker, readonly (readonly string[])[]>
  readonly refused?: string
}

/**
 * Each decision maker's ranking as letters. GMCR+ numbers the feasible states from 1, in the order
 * of its options by decision maker.
 */
function rankingsIn(file: GmcrFile, settings: GmcrSettings): Rankings {
  const laidOut = compiledText(caseText(file, { ...settings, lost: [], rankings: undefined }))
  if (!laidOut?.conflict)
    return { refused: 'the file leaves no state feasible: remove some of its infeasible patterns' }
  const labels = laidOut.space.states().map(laidOut.space.label)
  const rankings = new Map<GmcrMaker, readonly (readonly string[])[]>()
  for (const maker of file.decisionMakers.filter(({ options }) => options.length > 0)) {
    const groups = (maker.preferenceRanking ?? maker.preferenceVector ?? []).map((group) =>
      [group].flat()
    )
    const places = groups.flat()
    const whole = places.length === labels.length && new Set(places).size === labels.length
    if (!whole || places.some((place) => labels[place - 1] === undefined)) {
      const name = plainText(maker.name)
      return {
        refused: `the ranking of ${name} does not name each of the ${labels.length} feasible states once: rank them again in GMCR+`
      }
    }
    rankings.set(
      maker,
      groups.map((group) => group.map((place) => labels[place - 1] as string))
    )
  }
  return { rankings }
}

function compiledText(text: string): ReturnType<typeof compile> | undefined {
  const { case: source } = readCase([{ name: 'case.yaml', text }])
  return source?.graph ? compile(source, source.graph) : undefined
}

/** What is wrong with the case that was written, if anything. */
function problemIn(text: string): string | undefined {
  const { case: source, diagnostics, sound } = readCase([{ name: 'case.yaml', text }])
  if (!sound || !source?.graph)
    return diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'it cannot be read'
  const [problem] = compile(source, source.graph).problems
  return problem?.kind.replaceAll('-', ' ')
}
