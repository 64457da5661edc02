import type { Offer, Offers } from '../../worth/offers.ts'
import type { Words } from '../words/index.ts'

/** What is offered on an issue; a staged term as both its steps. */
export const offerText = ({ say }: Pick<Words, 'say'>, { option, then }: Offer): string =>
  then === undefined ? option : say('price.staged', { first: option, last: then })

/** `issue: option` where a package differs from another. */
export function differing({ say }: Words, from: Offers, to: Offers): readonly string[] {
  return [...to].flatMap(([issue, offer]) => {
    const before = from.get(issue)
    const same = before?.option === offer.option && before.then === offer.then
    return same ? [] : [say('term', { issue, option: offerText({ say }, offer) })]
  })
}
