import type { ProposalResult } from '../../check/check-result.ts'
import type { Issue, Term } from '../../model/case.ts'
import { centre } from '../../model/judgement.ts'
import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { inPercent, optionTitle, proposalTitle, verdictText, wordsOf } from '../words/index.ts'
import { citedWords, isAssumption } from './cited.ts'
import type { Lead } from './lead.ts'
import type { Material } from './material.ts'

/** What a proposal says on every issue, whose it is, and what else is on the table. */
export function proposedSection(material: Material, { lead, others }: Lead): readonly Block[] {
  const { source } = material
  const words = wordsOf(material)
  const { say } = words
  const rows = source.issues.flatMap((issue) => {
    const term = termText(material, issue, lead.proposal.terms.get(issue.id))
    return term === undefined ? [] : [[textIn(issue.title), term]]
  })
  return [
    heading(2, say('pages.proposed')),
    paragraph(fromWhom(material, lead)),
    ...(rows.length === 0 ? [] : [table([say('pages.issue'), say('pages.term')], rows)]),
    ...(lead.open
      ? [
          paragraph(
            say('pages.open', {
              verdict: verdictText(words, lead.open.worst),
              chance: inPercent(lead.open.worst.joint.p)
            })
          )
        ]
      : []),
    ...(others.length === 0
      ? []
      : [
          paragraph(say('pages.others')),
          list(
            others.map((one) =>
              say('pages.other', {
                title: proposalTitle(source, one.proposal.id),
                verdict: verdictText(words, one),
                chance: inPercent(one.joint.p)
              })
            )
          )
        ])
  ]
}

function fromWhom(material: Material, { proposal: { id, by } }: ProposalResult): string {
  const { source } = material
  const { say } = wordsOf(material)
  const title = proposalTitle(source, id)
  if (by === undefined) return say('pages.from.nobody', { title })
  return isAssumption(source, by)
    ? say('pages.from.assumed', { title })
    : say('pages.from', { title, source: citedWords(source, by) })
}

/** What holds of an issue; undefined where it is not spoken of and nothing is taken for granted. */
function termText(material: Material, issue: Issue, term: Term | undefined): string | undefined {
  const { source } = material
  const words = wordsOf(material)
  const { say } = words
  const titled = (option: string): string => optionTitle(words, source, [issue.id, option])
  if (!term)
    return issue.ifSilent === undefined
      ? say('pages.term.open')
      : say('pages.term.silent', { term: titled(issue.ifSilent) })
  if (term.then === undefined) return titled(term.option)
  const staged = say('pages.term.staged', {
    first: titled(term.option),
    last: titled(term.then)
  })
  const chance = term.chance && centre(term.chance.range)
  return chance === undefined
    ? staged
    : say('pages.term.chance', { term: staged, chance: inPercent(chance) })
}
