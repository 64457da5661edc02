import { type Evidence, whoseFigure } from '@truce/core/model'
import { figureMark } from '@truce/core/report/words'
import { Fragment } from 'react'
import { useGround } from '../../ui/ground.ts'
import { SourceMark } from './source-note.tsx'

/** Around an id, so that the mark's words can be cut where a source is to be a link. */
const CUT = '\u0000'
const cut = (id: string): string => `${CUT}${id}${CUT}`

/** Whose the figures beside it are and who makes the claim, as in reports; each source opens. */
export function FigureMark({ evidence }: { readonly evidence: Evidence }) {
  const { source, said } = useGround()
  const whose = whoseFigure(source, evidence)
  const words = figureMark(said, {
    whose: whose.by === 'source' ? { ...whose, source: cut(whose.source) } : whose,
    sources: evidence.source === undefined ? [] : [cut(evidence.source)]
  })
  // every second piece is an id
  return words.split(CUT).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence have no names
    <Fragment key={index}>{index % 2 === 1 ? <SourceMark id={piece} /> : piece}</Fragment>
  ))
}
