import { issuesOfBody } from '../../model/bodies.ts'
import type { Case, Party, Requirement, Rule, Scenario, Source } from '../../model/case.ts'
import { issuesIn } from '../../model/condition.ts'
import type { Condition } from '../../model/judgement.ts'
import { exactlyOne, incomplete, tooFew } from '../rules/shape.ts'
import { tooManyScenarios } from '../rules/value.ts'
import { noNoDeal, unusedIssue } from '../rules/whole.ts'
import type { Document } from '../schema/document.ts'
import type { Context } from './context.ts'
import { entries, evidenceOf, keyAt, mapOf, present, sourced, valueAt, written } from './context.ts'
import { checkEvidence } from './evidence.ts'
import { resolveGraph } from './graph.ts'
import { checkHindsight } from './hindsight.ts'
import { resolveIssues } from './issues.ts'
import { resolvePolls } from './polls.ts'
import { resolveProcess } from './process.ts'
import { resolveProposal } from './proposals.ts'
import { resolveStance } from './stances.ts'

/** Turns a read document into a case, reporting what only shows across its parts. */
export function resolve(document: Document, context: Context): Case {
  checkComplete(document, context)
  const sources = resolveSources(document)
  const issues = resolveIssues(document.issues, context)
  const parties = resolveParties(document)
  const stances = new Map(
    Object.entries(document.stances ?? {}).map(([party, stance]) => [
      party,
      resolveStance(party, stance, {
        issues,
        sources,
        context,
        asOf: document['as-of']
      })
    ])
  )
  const source: Case = {
    title: document.title,
    asOf: document['as-of'],
    sources,
    parties,
    issues,
    stances,
    process: resolveProcess(document, context),
    required: resolveRequired(document, parties),
    scenarios: Object.entries(document.scenarios ?? {}).map(([id, scenario]): Scenario => {
      const evidence = evidenceOf(scenario)
      return {
        id,
        title: scenario.title,
        p: sourced(scenario.p, evidence),
        at: `scenarios/${id}`,
        ...evidence
      }
    }),
    rules: resolveRules(document, context),
    polls: resolvePolls(document, context),
    proposals: [...mapOf(document.proposals)].map(([id, one]) =>
      resolveProposal(id, one, document.sources)
    ),
    ...present({
      view: document.view,
      advocate: document.advocate,
      graph: document.graph && resolveGraph(document.graph, context)
    })
  }
  checkWhole(source, context)
  return source
}

function checkComplete(document: Document, context: Context): void {
  const there = written(context, '', ['graph', 'issues', 'stances', 'proposals'])
  const missing = ['issues', 'stances', 'proposals'].filter(
    (key) => !there.some((one) => one === key)
  )
  if (!there.includes('graph') && missing.length > 0)
    context.report(incomplete, valueAt(context, 'title'), { missing })
  if (document.required?.length === 0)
    context.report(tooFew, keyAt(context, 'required'), {
      of: '`required`',
      least: 'one party',
      found: 'none'
    })
  for (const key of ['sources', 'parties'] as const) {
    if (Object.keys(document[key]).length === 0 && !context.broken.has(key))
      context.report(tooFew, keyAt(context, key), { of: `\`${key}\``, least: 'one', found: 'none' })
  }
}

function resolveSources(document: Document): ReadonlyMap<string, Source> {
  return new Map(
    Object.entries(document.sources).map(([id, { title, kind, author, date, url, side }]) => [
      id,
      { id, title, kind, at: `sources/${id}`, ...present({ author, date, url, side }) }
    ])
  )
}

function resolveParties(document: Document): ReadonlyMap<string, Party> {
  return new Map(
    Object.entries(document.parties).map(([id, party]) => {
      const { name, kind, role } = party
      const evidence = evidenceOf(party)
      const roles = (typeof role === 'string' ? [role] : role).filter((one) => one !== undefined)
      return [
        id,
        {
          id,
          name,
          kind,
          roles,
          at: `parties/${id}`,
          ...evidence,
          ...present({
            clock: party.clock,
            capability: sourced(party.capability, evidence),
            will: sourced(party.will, evidence),
            risk: sourced(party.risk, evidence)
          })
        }
      ]
    })
  )
}

/**
 * The parties whose acceptance is needed: as written, else every belligerent of a case with
 * proposals.
 */
function resolveRequired(
  document: Document,
  parties: ReadonlyMap<string, Party>
): readonly Requirement[] {
  if (document.required === undefined) {
    return [...parties.values()]
      .filter((party) => party.roles.includes('belligerent'))
      .map((party) => ({ party: party.id, at: party.at }))
  }
  return entries(document.required, 'required').map(({ item, at }) =>
    typeof item === 'string'
      ? { party: item, at }
      : { party: item.party, at, ...present({ when: item.when }) }
  )
}

function resolveRules(document: Document, context: Context): readonly Rule[] {
  return entries(document.rules, 'rules').flatMap(({ item, at }) => {
    const forms = written(context, at, ['never', 'must'])
    const excludes: Condition | undefined =
      item.never ?? (item.must && { kind: 'not', part: item.must })
    if (forms.length === 1) return excludes ? [{ excludes, at, ...evidenceOf(item) }] : []
    context.report(exactlyOne, valueAt(context, at), {
      keys: ['never', 'must'],
      of: 'a rule',
      found: forms.length === 0 ? 'none' : 'both'
    })
    return []
  })
}

/** Most scenarios a case may have: all their combinations are looked at. */
const MOST_SCENARIOS = 10

function checkWhole(source: Case, context: Context): void {
  if (source.scenarios.length > MOST_SCENARIOS) {
    context.report(tooManyScenarios, keyAt(context, 'scenarios'), {
      count: source.scenarios.length,
      most: MOST_SCENARIOS
    })
  }
  checkEvidence(context)
  checkHindsight(source, context)
  for (const { party } of source.required) {
    const stance = source.stances.get(party)
    if (
      stance &&
      stance.interests.length > 0 &&
      written(context, stance.at, ['no-deal']).length === 0
    )
      context.report(noNoDeal, keyAt(context, stance.at), { party })
  }
  const spoken = new Set([
    ...[...source.stances.values()].flatMap((stance) => [
      ...stance.interests.map((interest) => interest.issue),
      ...[...stance.redlines, ...(stance.ended ?? [])].flatMap((redline) =>
        redline.crossedWhen ? issuesIn(redline.crossedWhen) : []
      ),
      ...(stance.noDeal?.ledger ?? []).flatMap(({ when }) => when?.issue ?? []),
      ...stance.ratification.flatMap(issuesOfBody)
    ]),
    ...source.rules.flatMap((rule) => issuesIn(rule.excludes))
  ])
  for (const issue of source.issues)
    if (!spoken.has(issue.id))
      context.report(unusedIssue, keyAt(context, issue.at), { issue: issue.id })
}
