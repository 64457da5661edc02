import type { GmcrCondition, GmcrFile } from './gmcr-format.ts'
import { membersOf } from './gmcr-format.ts'
import { plainText } from './patterns.ts'

/** What a conflict of GMCR+ says that no case can hold, one sentence each. */
export function lostOf(file: GmcrFile, manual: boolean): readonly string[] {
  return [...misperceptions(file), ...coalitions(file), ...unused(file, manual), ...idle(file)]
}

function misperceptions({ decisionMakers, options }: GmcrFile): readonly string[] {
  return decisionMakers
    .filter((maker) => maker.misperceptions.length > 0)
    .map((maker) => {
      const patterns = maker.misperceptions
        .map((one) => patternText(one, options.length))
        .join(' and ')
      return `${plainText(maker.name)} does not see the states ${patterns} in GMCR+; here every party sees every state`
    })
}

/** A condition in GMCR+'s own letters, one for each option in the order of the file. */
function patternText(condition: GmcrCondition, width: number): string {
  const letters = (member: readonly (readonly [number, boolean])[]): string => {
    const wanted = new Map(member)
    return Array.from({ length: width }, (_, option) =>
      wanted.has(option) ? (wanted.get(option) ? 'Y' : 'N') : '-'
    ).join('')
  }
  return membersOf(condition).map(letters).join(' or ')
}

function coalitions({ coalitions: groups, decisionMakers }: GmcrFile): readonly string[] {
  return groups
    .filter((group): group is number[] => Array.isArray(group) && group.length > 1)
    .map((group) => {
      const names = group.map((maker) => plainText(decisionMakers[maker]?.name ?? String(maker)))
      return `${names.join(' and ')} act as one party in GMCR+; here each acts for itself, and --coalitions asks what groups would do`
    })
}

function unused({ decisionMakers }: GmcrFile, manual: boolean): readonly string[] {
  return decisionMakers.flatMap(
    ({ name, preferences, preferenceRanking, preferenceVector, options }) => {
      if (options.length === 0) return []
      if (manual && preferences.length > 0)
        return [
          `the preference statements of ${plainText(name)}: the file uses the ranking in their place`
        ]
      const ranked = preferenceRanking ?? preferenceVector
      return !manual && ranked && preferences.length === 0
        ? [
            `the ranking of ${plainText(name)}: the file says to use statements, and has none, so all states tie`
          ]
        : []
    }
  )
}

function idle({ decisionMakers }: GmcrFile): readonly string[] {
  return decisionMakers
    .filter(({ options }) => options.length === 0)
    .map(
      ({ name }) => `the preferences of ${plainText(name)}, who has no option and so never moves`
    )
}
