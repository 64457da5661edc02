import type { GmcrSettings } from './answer.ts'
import type { GmcrCondition, GmcrFile, GmcrMaker } from './gmcr-format.ts'
import { DIRECTIONS, membersOf } from './gmcr-format.ts'
import { idsOf } from './gmcr-ids.ts'
import { plainText } from './patterns.ts'

interface Writing extends GmcrSettings {
  readonly lost: readonly string[]
  /** Rankings by decision maker, best first; absent where statements are used. */
  readonly rankings: ReadonlyMap<GmcrMaker, readonly (readonly string[])[]> | undefined
}

interface Named {
  readonly maker: GmcrMaker
  readonly id: string
}

/** The text of a case with the conflict as its graph. */
export function caseText(file: GmcrFile, writing: Writing): string {
  const ids = idsOf(
    file.decisionMakers.map(({ name }) => name),
    'party'
  )
  const parties = file.decisionMakers.map((maker, k): Named => ({ maker, id: ids[k] as string }))
  const movers = parties.filter(({ maker }) => maker.options.length > 0)
  const moveIds = moveIdsOf(file, movers)
  return [
    '# Imported from a conflict of GMCR+.',
    ...(writing.lost.length > 0
      ? ['# Not carried over:', ...writing.lost.map((line) => `# - ${line}`)]
      : []),
    'truce: 1',
    `title: ${quoted(writing.title)}`,
    `as-of: ${writing.asOf}`,
    'sources:',
    `  gmcr: {title: ${quoted(`GMCR+ file ${writing.title}`)}, kind: game}`,
    'parties:',
    ...parties.map(
      ({ id, maker }) =>
        `  ${id}: {name: ${quoted(maker.name || id)}, kind: organisation, role: third}`
    ),
    'graph:',
    '  source: gmcr',
    ...movesText(file, movers, moveIds),
    ...infeasibleText(file, moveIds),
    '  preferences:',
    ...movers.flatMap((party) => preferenceText(party, writing, moveIds)),
    ''
  ].join('\n')
}

const quoted = (text: string): string => JSON.stringify(plainText(text))

/** `party.move` of each option, by its number. */
function moveIdsOf({ options }: GmcrFile, movers: readonly Named[]): ReadonlyMap<number, string> {
  return new Map(
    movers.flatMap(({ id, maker }) => {
      const own = idsOf(
        maker.options.map((option) => options[option]?.name ?? ''),
        'option'
      )
      return maker.options.map((option, k) => [option, `${id}.${own[k]}`] as const)
    })
  )
}

function movesText(
  { options }: GmcrFile,
  movers: readonly Named[],
  ids: ReadonlyMap<number, string>
): readonly string[] {
  return [
    '  moves:',
    ...movers.flatMap(({ id, maker }) => [
      `    ${id}:`,
      ...maker.options.map((option) => {
        const { name = '', permittedDirection = 'both' } = options[option] ?? {}
        const title = quoted(name || `Option ${option + 1}`)
        return `      ${ids.get(option)?.slice(id.length + 1)}: {title: ${title}, direction: ${DIRECTIONS[permittedDirection]}}`
      })
    ])
  ]
}

function infeasibleText(
  { infeasibles }: GmcrFile,
  ids: ReadonlyMap<number, string>
): readonly string[] {
  const lines = infeasibles.flatMap(membersOf).map((member) => `    - ${memberText(member, ids)}`)
  return lines.length > 0 ? ['  infeasible:', ...lines] : []
}

function memberText(
  member: readonly (readonly [number, boolean])[],
  ids: ReadonlyMap<number, string>
): string {
  return `{${member.map(([option, taken]) => `${ids.get(option)}: ${taken ? 'yes' : 'no'}`).join(', ')}}`
}

function preferenceText(
  { maker, id }: Named,
  { rankings }: Writing,
  ids: ReadonlyMap<number, string>
): readonly string[] {
  const groups = rankings?.get(maker)
  if (groups) {
    const places = groups
      .filter(({ length }) => length > 0)
      .map((group) => (group.length === 1 ? group[0] : `[${group.join(', ')}]`))
    return [`    ${id}: {ranking: [${places.join(', ')}], source: gmcr}`]
  }
  const statements = maker.preferences.flatMap((one) => statementText(one, ids))
  return statements.length === 0
    ? [`    ${id}: []`]
    : [`    ${id}:`, ...statements.map((line) => `      - ${line}`)]
}

/** One statement; nothing where it can hold nowhere, since it then tells no two states apart. */
function statementText(
  condition: GmcrCondition,
  ids: ReadonlyMap<number, string>
): readonly string[] {
  const members = membersOf(condition).map((member) => memberText(member, ids))
  return members.length > 1 ? [`any: [${members.join(', ')}]`] : members
}
