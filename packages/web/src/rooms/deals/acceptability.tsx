import type { Case } from '@truce/core'
import { hueOf } from '../../ui/parties.ts'
import classes from './deals.module.css'
import type { Chance, StudyDocument } from './documents.ts'
import tables from './tables.module.css'
import type { Words } from './use-words.ts'

const NO_DEAL = 'no-deal'

/** What the draws say, and of which case. */
export interface AcceptabilityProps {
  readonly source: Case
  readonly words: Words
  readonly study: StudyDocument
}

/** How often each alternative is a party's best, its worst, and better than no deal. */
export function Acceptability({ source, words, study }: AcceptabilityProps) {
  return (
    <section>
      <h3>{words.t('deals.accept')}</h3>
      <div className={tables['parties']}>
        {[...source.parties.keys()]
          .filter((party) => study.parties[party] !== undefined)
          .map((party) => (
            <PartyTable key={party} source={source} words={words} study={study} party={party} />
          ))}
      </div>
    </section>
  )
}

function PartyTable({
  source,
  words,
  study,
  party
}: AcceptabilityProps & { readonly party: string }) {
  const { t } = words
  const rows = study.parties[party]?.alternatives ?? {}
  const color = hueOf(source, party).color
  const name = (id: string): string =>
    study.alternatives[id]?.kind === 'no-deal' ? t('deals.accept.noDeal') : words.proposal(id)
  const [first = NO_DEAL] = [...study.order].sort(
    (a, b) => (rows[b]?.ranks[0]?.p ?? 0) - (rows[a]?.ranks[0]?.p ?? 0)
  )
  const p = rows[first]?.ranks[0]?.p ?? 0
  const said = {
    party: words.party(party),
    choice: first === NO_DEAL ? name(first) : `“${name(first)}”`,
    percent: words.n.percent(p)
  }
  return (
    <div>
      <p>{t(p === 1 ? 'deals.accept.sentence.certain' : 'deals.accept.sentence.most', said)}</p>
      <table className={tables['chances']}>
        <caption className={classes['caption']}>{words.party(party)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('deals.accept.alternative')}</th>
            <th scope="col">{t('deals.accept.best')}</th>
            <th scope="col">{t('deals.accept.worst')}</th>
            <th scope="col">{t('deals.accept.beats')}</th>
          </tr>
        </thead>
        <tbody>
          {study.order.map((id) => (
            <tr key={id}>
              <th scope="row">{name(id)}</th>
              <Share
                chance={rows[id]?.ranks[0]}
                words={words}
                color={color}
                label={t('deals.accept.best')}
              />
              <Share
                chance={rows[id]?.ranks.at(-1)}
                words={words}
                color={color}
                label={t('deals.accept.worst')}
              />
              <Share
                chance={id === NO_DEAL ? undefined : rows[id]?.wins[NO_DEAL]}
                words={words}
                color={color}
                label={t('deals.accept.beats')}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ShareProps {
  readonly chance: Chance | undefined
  readonly words: Words
  readonly color: string
  readonly label: string
}

/** A sampled share as a figure over a thin bar. */
function Share({ chance, words, color, label }: ShareProps) {
  return (
    <td data-label={label}>
      {chance && (
        <>
          <span className={classes['figure']}>
            {words.n.chance(chance.p, chance.standardError)}
          </span>
          <span className={tables['thin']}>
            <span style={{ inlineSize: `${100 * chance.p}%`, background: color }} />
          </span>
        </>
      )}
    </td>
  )
}
