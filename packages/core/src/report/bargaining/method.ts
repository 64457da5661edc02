import type { Bargain } from '../../deals/bargain.ts'
import { hasNone } from '../../worth/room.ts'
import type { Block } from '../blocks.ts'
import { list, paragraph } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { partyAt } from './deal-names.ts'
import { openText, proofText } from './proof.ts'

/** How the packages were found, and why none can be better. */
export function bargainingMethod(own: Words, about: Bargain): readonly Block[] {
  const { say } = own
  const { solved, space } = about
  const proofs = solved.standards.flatMap((best) => {
    const proof = proofText(own, about, best)
    return proof === ''
      ? []
      : [say('proof.line', { standard: say(`standard.${best.standard}`), proof })]
  })
  const open = solved.standards.flatMap((best) => {
    const proof = openText(own, best)
    return proof === ''
      ? []
      : [say('proof.line', { standard: say(`standard.${best.standard}`), proof })]
  })
  const units = space.parties.map((_, party) =>
    say('bargaining.unit', {
      party: partyAt(about, party),
      units: String(space.unitsPerPoint[party])
    })
  )
  return [
    paragraph(
      [say('bargaining.whole', { units: units.join(', ') }), ...search(own, about)].join(' ')
    ),
    ...(open.length > 0 ? [paragraph(say('bargaining.open')), list(open)] : []),
    ...(proofs.length > 0 ? [paragraph(say('bargaining.by-hand')), list(proofs)] : [])
  ]
}

function search({ say }: Words, { solved, packages }: Bargain): readonly string[] {
  const { frontier } = solved
  if (frontier?.within) return [say('bargaining.near')]
  if (frontier) return [say(frontier.rounding ? 'bargaining.rounded' : 'bargaining.exact')]
  if (hasNone(packages)) return []
  const linked = solved.standards.some(
    ({ certificate }) => certificate.by === 'integer programming'
  )
  return [say(linked ? 'bargaining.programming' : 'bargaining.unlisted')]
}
