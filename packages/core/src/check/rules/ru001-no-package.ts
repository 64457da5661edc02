import type { Page } from '../../diagnostic/diagnostic.ts'
import { conflictCores } from '../../terms/index.ts'
import { hasPackages } from './crossings.ts'
import type { CheckRule } from './rule.ts'

const page: Page = {
  code: 'RU001',
  severity: 'error',
  title: 'rules that leave no package',
  about:
    'Rules exclude packages that make no sense. If together they exclude all of them, nothing can be proposed and nothing can be judged.',
  message: (d) =>
    d['count'] === 1
      ? 'this rule leaves no package'
      : `these ${d['count']} rules together leave no package`,
  help: () => 'narrow one of them',
  examples: {
    failing: {
      rules:
        '[{never: {water: [third, half, full]}, because: the gates are closed for repair, source: talks}]'
    },
    passing: {
      rules:
        '[{never: {water: [third]}, because: the gates cannot be closed that far, source: talks}]'
    }
  }
}

/**
 * The rules exclude every combination of options; a smallest set of rules that does so is shown.
 */
export const noPackage: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    if (source.issues.length === 0 || hasPackages(source)) return
    const demands = source.rules.map(({ at, excludes }) => ({ id: at, excludes }))
    const [core = []] = conflictCores({ issues: source.issues, excluded: [] }, demands).cores
    const rules = core.length > 0 ? core : source.rules.map(({ at }) => at)
    const [first = 'rules', ...others] = rules
    const related = others.map((at) => ({ span: spanOf(at), message: 'and this rule' }))
    report(
      page,
      {
        span: spanOf(first),
        related,
        sources: source.rules
          .filter(({ at }) => rules.includes(at))
          .flatMap((rule) => rule.source ?? [])
      },
      { count: rules.length }
    )
  }
}
