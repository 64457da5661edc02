import type { Offers } from '../../worth/offers.ts'
import type { Words } from '../words/index.ts'
import { offerWords } from '../words/index.ts'

/** `issue: option` where a package differs from another. */
export function differing({ say }: Words, from: Offers, to: Offers): readonly string[] {
  return [...to].flatMap(([issue, offer]) => {
    const before = from.get(issue)
    const same = before?.option === offer.option && before.then === offer.then
    return same ? [] : [say('term', { issue, option: offerWords({ say }, [issue, offer]) })]
  })
}
