import { nearest } from '../../diagnostic/nearest.ts'
import type { Issue, Option } from '../../model/case.ts'
import * as reference from '../rules/reference.ts'
import * as shape from '../rules/shape.ts'
import { badDivision } from '../rules/value.ts'
import type { Document } from '../schema/document.ts'
import { gridOf } from '../schema/option.ts'
import type { Context } from './context.ts'
import { keyAt, lineId, present, valueAt, written } from './context.ts'

type IssueDocument = NonNullable<Document['issues']>[string]

/** Issues with their options in order; a divisible issue gets one option for each step. */
export function resolveIssues(issues: Document['issues'], context: Context): readonly Issue[] {
  return Object.entries(issues ?? {}).map(([id, issue]) => resolveIssue(id, issue, context))
}

function resolveIssue(id: string, issue: IssueDocument, context: Context): Issue {
  const at = `issues/${id}`
  const options = optionsOf(id, issue, context)
  const ifSilent = issue['if-silent']
  const known = issue.divisible
    ? options.map((option) => option.id)
    : (context.names.issues.get(id)?.options ?? [])
  if (ifSilent !== undefined && options.length > 0 && !known.includes(ifSilent)) {
    const data = { issue: id, name: ifSilent, near: nearest(ifSilent, known) ?? '', known }
    context.report(reference.unknownOption, valueAt(context, `${at}/if-silent`), data)
  }
  return {
    id,
    title: issue.title,
    ordered: issue.ordered === true || issue.divisible !== undefined,
    options,
    at,
    ...present({
      unit: issue.divisible?.unit,
      ifSilent: ifSilent !== undefined && known.includes(ifSilent) ? ifSilent : undefined
    })
  }
}

function optionsOf(id: string, issue: IssueDocument, context: Context): readonly Option[] {
  const at = `issues/${id}`
  const forms = written(context, at, ['options', 'divisible'])
  if (forms.length !== 1) {
    const found = forms.length === 0 ? 'neither' : 'both'
    context.report(shape.exactlyOne, keyAt(context, at), {
      keys: ['options', 'divisible'],
      of: `the issue \`${id}\``,
      found
    })
    return []
  }
  if (issue.divisible) {
    const grid = gridOf({ id, options: [], ordered: true, divisible: bounds(issue.divisible) })
    if (grid.length < 2)
      context.report(badDivision, valueAt(context, `${at}/divisible`), {
        issue: id,
        from: issue.divisible.from,
        to: issue.divisible.to
      })
    return grid.map((amount) => ({ id: amount, title: amount, amount: Number(amount) }))
  }
  const options = Object.entries(issue.options ?? {}).map(([optionId, option]): Option => {
    if (typeof option === 'string' || !('title' in option))
      return { id: optionId, title: option as Option['title'] }
    const { title, line, guarantors } = option as {
      title: Option['title']
      line?: `lines.${string}`
      guarantors?: readonly string[]
    }
    return { id: optionId, title, ...present({ line: line && lineId(line), guarantors }) }
  })
  if (options.length < 2 && issue.options && !context.broken.has(`${at}/options`))
    context.report(shape.tooFew, keyAt(context, at), {
      of: `the issue \`${id}\``,
      least: '2 options',
      found: options.length
    })
  return options
}

function bounds(divisible: NonNullable<IssueDocument['divisible']>): {
  from: number
  to: number
  step?: number
} {
  const { from, to, step } = divisible
  return { from, to, ...(step === undefined ? {} : { step }) }
}
