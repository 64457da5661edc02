import type { CheckResult, ProposalResult } from '../../check/check-result.ts'
import type { Case } from '../../model/case.ts'
import { bibliography } from '../bibliography.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import type { Rich, Words } from '../words/index.ts'
import { chance, count, nameOf, verdictMark, words } from '../words/index.ts'
import type { CheckedInOrder } from './about.ts'
import { ceilingLine } from './ceiling-line.ts'
import { dealSpaceBlocks } from './deal-space.ts'
import { proposalBlocks, verdictOnLine } from './proposal-report.ts'
import { mostMoving, readingNote, sameVerdict } from './readings.ts'
import { summary } from './summary.ts'

/** The report of `check`: what, why, what to do. `bibliography` adds the sources at the end. */
export function checkReport(
  source: Case,
  result: CheckedInOrder,
  options: {
    readonly language?: string
    readonly bibliography?: boolean
    readonly summary?: boolean
  } = {}
): readonly Block<Rich>[] {
  const own = words(options.language)
  const { say } = own
  const about = {
    source,
    words: own,
    dependence: result.settings.dependence,
    ...(result.readings ? { readings: result.readings } : {}),
    ...(result.orders ? { orders: result.orders } : {})
  }
  return [
    ...opening(own, source, say('opening.check')),
    ...overview(own, source, result),
    ...(options.summary
      ? [
          list(result.proposals.map((proposal) => summary(about, proposal))),
          ...ceilingLine(own, result).map(paragraph)
        ]
      : [
          ...result.proposals.flatMap((proposal) => proposalBlocks(about, proposal)),
          ...dealSpaceBlocks(own, source, result),
          ...method(own, result)
        ]),
    ...(options.bibliography
      ? [heading(2, say('sources.title')), list(bibliography(source, options.language))]
      : [])
  ]
}

function method({ say }: Words, result: CheckResult): readonly Block[] {
  const { settings } = result
  return [
    heading(2, say('method.title')),
    paragraph(say('check.method')),
    paragraph(
      say('check.settings', {
        draws: count(settings.draws),
        seed: settings.seed,
        dependence: say(`dependence.${settings.dependence}`)
      })
    ),
    ...(isBounded(result) ? [paragraph(say('method.bounded'))] : []),
    paragraph(say('check.record'))
  ]
}

function overview(own: Words, source: Case, result: CheckResult): readonly Block<Rich>[] {
  const { proposals, readings } = result
  const { say } = own
  if (proposals.length === 0) return [paragraph(say('proposals.none'))]
  const parties = [...new Set(proposals.flatMap(({ required }) => required))]
  const cell = (proposal: ProposalResult, party: string): string => {
    const found = proposal.parties.get(party)
    if (!found || !proposal.required.includes(party)) return '-'
    const p = chance(found.accepts.p)
    return found.verdict === 'dead-on-arrival' ? say('overview.dead', { chance: p }) : p
  }
  return [
    heading(2, say('overview.title')),
    table<Rich>(
      ['', ...proposals.map(({ proposal }) => proposal.id)],
      [
        ...parties.map((party) => [
          nameOf(source, party),
          ...proposals.map((proposal) => cell(proposal, party))
        ]),
        [say('overview.together'), ...proposals.map(({ joint }) => chance(joint.p))],
        [
          say('overview.verdict'),
          ...proposals.map((proposal) =>
            verdictOnLine(own, verdictMark(own, proposal.verdict), proposal)
          )
        ],
        ...(readings
          ? [
              [
                say('readings.same'),
                ...proposals.map((proposal) => sameVerdict(proposal, readings))
              ]
            ]
          : [])
      ]
    ),
    paragraph(say('overview.reading')),
    ...(result.word === undefined
      ? []
      : [
          paragraph(
            result.word === 'own'
              ? say('overview.word.own')
              : say('overview.word', { source: result.word })
          )
        ]),
    ...(readings
      ? [paragraph(readingNote(own, readings)), list(mostMoving({ words: own, source }, result))]
      : [])
  ]
}

/** Whether a count or a search for redlines that collide ended at its limit. */
export const isBounded = ({ packages, cores }: CheckResult): boolean =>
  packages.uncounted.length > 0 ||
  packages.levels.some(({ exact }) => !exact) ||
  cores.some(({ complete }) => !complete)
