import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Case, Stance } from '../../model/case.ts'
import type { Evidence } from '../../model/judgement.ts'
import { riverStances } from './examples.ts'
import type { CheckRule } from './rule.ts'
import { names, ticked } from './terms-text.ts'

const page: Page = {
  code: 'OW001',
  severity: 'note',
  title: 'a party judged by others alone',
  about:
    'Some sources of a case speak for one side (`side:`). A party none of whose judgements rests on a source of its own is described from outside, and its reading of the case may differ.',
  message: (d) => `nothing in the stance of \`${d['party']}\` rests on a source of its own side`,
  why: (d) => [`cited there: ${ticked(names(d, 'cited'))}`],
  help: (d) =>
    `cite what \`${d['party']}\` itself has said, with \`side: ${d['party']}\` on the source`,
  examples: {
    failing: {
      sources:
        '{talks: {title: Minutes kept by Upland, kind: statement, date: 2024-05, side: upland}}'
    },
    passing: {
      sources: `
    talks: {title: Minutes kept by Upland, kind: statement, date: 2024-05, side: upland}
    letter: {title: Letter from Lowland, kind: statement, date: 2024-05, side: lowland}`,
      stances: riverStances({ basis: 'letter' })
    }
  }
}

/**
 * No source that a stance cites has the party's side, though some source of the case has a side.
 */
export const judgedByOthers: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    if (![...source.sources.values()].some(({ side }) => side !== undefined)) return
    for (const stance of source.stances.values()) {
      const cited = citedIn(stance, source)
      if (cited.length === 0 || cited.some((id) => source.sources.get(id)?.side === stance.party))
        continue
      report(page, { span: spanOf(`parties/${stance.party}/name`) }, { party: stance.party, cited })
    }
  }
}

/** Sources of a stance, for its claims, its numbers and its polls, each once. */
function citedIn(
  { redlines, interests, noDeal, ratification }: Stance,
  { polls }: Case
): readonly string[] {
  const judged: readonly Evidence[] = [
    ...redlines,
    ...interests,
    ...(noDeal ? [noDeal, ...noDeal.ledger] : [])
  ]
  const rows = ratification.flatMap(({ support }) =>
    support.flatMap(({ poll }) => polls.get(poll)?.source ?? [])
  )
  return [
    ...new Set([
      ...judged.flatMap(({ source, numbers }) =>
        [source ?? [], numbers === 'authors' ? [] : (numbers ?? [])].flat()
      ),
      ...rows
    ])
  ]
}
