import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Case } from '../../model/case.ts'
import { factsOf, holds, issuesIn } from '../../model/condition.ts'
import type { VetoChance } from '../../model/veto.ts'
import { riverStances, SURVEY, SURVEY_SOURCES } from './examples.ts'
import type { CheckRule } from './rule.ts'

const vetoed = (chances: string): string =>
  riverStances({
    lowland: `ratification: [{body: assembly, threshold: 50%, support: [{poll: survey, answers: [agree]}], veto: [{id: court, chance: [${chances}], source: talks}]}]`
  })

const page: Page = {
  code: 'PO006',
  severity: 'warning',
  title: 'a chance of a veto that never counts',
  about:
    'The first row under `chance:` whose `when` a package meets says how likely the veto is. A row that no package can reach, because rows before it take them all, never counts; and a veto player without rows is one of whom nothing is said.',
  message: (d) =>
    d['row'] === undefined
      ? `nothing is said of the veto of \`${d['veto']}\` in \`${d['party']}\`'s \`${d['body']}\``
      : `row ${d['row']} of the veto of \`${d['veto']}\` in \`${d['party']}\`'s \`${d['body']}\` is never reached`,
  why: (d) =>
    d['row'] === undefined
      ? ['no verdict goes above `likely` where nothing is said of a veto']
      : ['the first row that a package meets counts'],
  help: (d) =>
    d['row'] === undefined
      ? 'add a row with a `chance`, or leave the veto player out'
      : 'put the narrower condition first, or leave the row out',
  examples: {
    failing: {
      sources: SURVEY_SOURCES,
      polls: SURVEY,
      stances: vetoed('{chance: [5%, 15%]}, {when: {water: full}, chance: [30%, 60%]}')
    },
    passing: {
      sources: SURVEY_SOURCES,
      polls: SURVEY,
      stances: vetoed('{when: {water: full}, chance: [30%, 60%]}, {chance: [5%, 15%]}')
    }
  }
}

/** No package meets a row and none of those before it; or there is no row. */
export const vetoNeverRead: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    for (const { party, ratification } of source.stances.values())
      for (const { id: body, vetoes } of ratification)
        for (const { id: veto, at, chances } of vetoes) {
          if (chances.length === 0)
            report(page, { span: spanOf(`${at}/chance`) }, { party, body, veto })
          chances.forEach((row, i) => {
            if (!isReached(row, chances.slice(0, i), source))
              report(page, { span: spanOf(row.at) }, { party, body, veto, row: i + 1 })
          })
        }
  }
}

/** So many packages are tried at most; beyond, a row counts as reached unless one before takes all. */
const MOST_TRIED = 20_000

function isReached(row: VetoChance, before: readonly VetoChance[], source: Case): boolean {
  if (before.some(({ when }) => when === undefined)) return false
  const spoken = new Set([row, ...before].flatMap(({ when }) => (when ? issuesIn(when) : [])))
  const issues = source.issues.filter(({ id }) => spoken.has(id))
  if (issues.reduce((product, { options }) => product * options.length, 1) > MOST_TRIED) return true
  const reached = (terms: ReadonlyMap<string, string>, at: number): boolean => {
    const facts = factsOf(terms)
    const meets = ({ when }: VetoChance): boolean | undefined => (when ? holds(when, facts) : true)
    if (meets(row) === false || before.some((one) => meets(one) === true)) return false
    const issue = issues[at]
    if (!issue) return meets(row) === true
    return issue.options.some(({ id }) => reached(new Map([...terms, [issue.id, id]]), at + 1))
  }
  return reached(new Map(), 0)
}
