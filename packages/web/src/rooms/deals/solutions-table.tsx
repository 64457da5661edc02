import { UnstyledButton } from '@mantine/core'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { Term } from '../../ui/term.tsx'
import classes from './deals.module.css'
import type { BargainingDocument } from './documents.ts'
import type { Named, Standard } from './marks.ts'
import { openBy } from './marks.ts'
import tables from './tables.module.css'
import type { Words } from './use-words.ts'

/** The named packages, and what happens when one is looked at. */
export interface TableProps {
  readonly words: Words
  readonly document: BargainingDocument
  readonly named: readonly Named[]
  readonly kept: string | undefined
  readonly onLook: (id: string | undefined, keep: boolean) => void
}

/** The same facts as the picture, in words and figures. */
export function SolutionsTable(props: TableProps) {
  const { words, document, named } = props
  const { t, n } = words
  const drawn = document.settings.chances !== undefined
  return (
    <table className={tables['table']}>
      <caption>{t('deals.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('deals.table.package')}</th>
          {document.parties.map((party) => (
            <th scope="col" key={party}>
              <PartyMark party={party} />
            </th>
          ))}
          {drawn && <th scope="col">{t('deals.table.chance')}</th>}
        </tr>
      </thead>
      <tbody>
        {named.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <NameButton {...props} one={one} />
              <Remark one={one} document={document} words={words} />
            </th>
            {document.parties.map((party, k) => (
              <td key={party} data-label={words.party(party)}>
                {n.gain(one.gains[k] ?? 0)}
              </td>
            ))}
            {drawn && (
              <td data-label={t('deals.table.chance')}>
                {one.chance && n.chance(one.chance.p, one.chance.standardError)}
              </td>
            )}
          </tr>
        ))}
        {document.ideal && (
          <tr>
            <th scope="row">
              <Quiet>{t('deals.table.atBest')}</Quiet>
            </th>
            {document.ideal.map((gain, k) => (
              <td key={document.parties[k]} data-label={words.party(document.parties[k] ?? '')}>
                <Quiet>{n.gain(gain)}</Quiet>
              </td>
            ))}
            {drawn && <td />}
          </tr>
        )}
      </tbody>
    </table>
  )
}

function NameButton({ one, words, kept, onLook }: TableProps & { readonly one: Named }) {
  return (
    <UnstyledButton
      className={tables['pick']}
      aria-pressed={kept === one.id}
      onMouseEnter={() => onLook(one.id, false)}
      onMouseLeave={() => onLook(undefined, false)}
      onFocus={() => onLook(one.id, false)}
      onBlur={() => onLook(undefined, false)}
      onClick={() => onLook(one.id, true)}
    >
      {one.proposal === undefined
        ? words.list(one.standards.map((standard) => words.said.say(`standard.${standard}.short`)))
        : words.name(one)}
    </UnstyledButton>
  )
}

function Remark({
  one,
  document,
  words
}: {
  readonly one: Named
  readonly document: BargainingDocument
  readonly words: Words
}) {
  if (one.proposal === undefined)
    return (
      <Quiet>
        {one.standards.map((standard, k) => (
          <span key={standard}>
            {k > 0 ? '; ' : ''}
            <Term of={TERMS[standard]}>{words.said.say(`standard.${standard}.means`)}</Term>
            {openSaid(document, standard, words)}
          </span>
        ))}
      </Quiet>
    )
  const said = remark(one.proposal, document, words)
  return one.outside ? <span className={classes['crossed']}>{said}</span> : <Quiet>{said}</Quiet>
}

/** How far from the best a package may be that is not proved to be it. */
function openSaid(document: BargainingDocument, standard: Standard, { t, n }: Words): string {
  const share = openBy(document, standard)
  if (share === undefined) return ''
  const what = t(`deals.table.of.${standard}`)
  if (share < NOTHING) return ` (${t('deals.table.open.next', { what })})`
  if (!Number.isFinite(share)) return ` (${t('deals.table.open.unknown', { what })})`
  const left = n.percent(Math.ceil(100 * share) / 100)
  return ` (${t('deals.table.open', { what, left })})`
}

/** A share that the solver's tolerance alone may leave. */
const NOTHING = 1e-6

/** The words of the glossary that stand for standards of fairness. */
const TERMS: Readonly<Record<Named['standards'][number], string>> = {
  nash: 'nash-product',
  maxMin: 'kalai-smorodinsky',
  mostEqual: 'most-equal-shares',
  egalitarian: 'egalitarian',
  welfare: 'greatest-sum'
}

function remark(proposal: string, { proposals }: BargainingDocument, { t }: Words): string {
  const { crosses = [], breaks = [], efficient = false } = proposals[proposal] ?? {}
  if (breaks.length > 0) return t('deals.table.breaks')
  if (crosses.length > 0)
    return t(crosses.length === 1 ? 'deals.table.crosses.one' : 'deals.table.crosses', {
      count: crosses.length
    })
  return t(efficient ? 'deals.table.efficient' : 'deals.table.within')
}
