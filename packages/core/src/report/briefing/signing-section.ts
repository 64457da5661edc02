import type { Ground, ProposalResult } from '../../check/check-result.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import {
  bodyName,
  capital,
  inPercent,
  nameOf,
  redlineWords,
  verdictText,
  wordsOf
} from '../words/index.ts'
import type { Material } from './material.ts'

/** The verdict, and for each party whose consent is needed its chance and what weighs against it. */
export function signingSection(material: Material, proposal: ProposalResult): readonly Block[] {
  const { source } = material
  const words = wordsOf(material)
  const { say } = words
  const { required, parties, walkers, joint } = proposal
  const title = heading(2, say('pages.sign'))
  if (required.length === 0) return [title, paragraph(say('pages.verdict.nobody'))]
  const rows = required.map((party) => {
    const walker = walkers.find((one) => one.party === party)
    return [
      nameOf(source, party),
      inPercent(parties.get(party)?.accepts.p ?? 0),
      walker ? against(words, walker) : say('pages.sign.nothing')
    ]
  })
  const said = { verdict: capital(verdictText(words, proposal)), p: inPercent(joint.p) }
  return [
    title,
    paragraph(
      [
        say(required.length === 1 ? 'pages.verdict.one' : 'pages.verdict', said),
        ...(proposal.capped ? [say('pages.verdict.capped')] : [])
      ].join(' ')
    ),
    table(
      [say('pages.sign.party'), say('pages.sign.chance'), say('pages.sign.against')],
      required.length === 1 ? rows : [...rows, [say('pages.sign.all'), inPercent(joint.p), '']]
    )
  ]
}

function against(words: Words, ground: Ground): string {
  const { say } = words
  if (ground.over === 'redline')
    return say('pages.against.redline', { redline: redlineWords(words, ground.redline) })
  return ground.over === 'ratification'
    ? say('pages.against.ratification', { body: bodyName(words, ground.body) })
    : say('pages.against.no-deal')
}
