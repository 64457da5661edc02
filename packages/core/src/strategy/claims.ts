import type { Case, Redline } from '../model/case.ts'
import type { Act } from '../model/conduct.ts'
import type { Signal } from '../model/escalation.ts'

/**
 * What a belligerent says of others' acts: kept as its claim. Nothing here is found, and nothing of
 * it enters what the schools would say.
 */
export type ClaimOfBelligerent =
  | { readonly kind: 'redline'; readonly claimant: string; readonly redline: Redline }
  | { readonly kind: 'signal'; readonly claimant: string; readonly signal: Signal }
  | { readonly kind: 'act'; readonly claimant: string; readonly act: Act }

/** Whether a party fights. */
export const isBelligerent = ({ parties }: Pick<Case, 'parties'>, party: string): boolean =>
  parties.get(party)?.roles.includes('belligerent') === true

/** Whether a belligerent alone says that an act was done. */
export const actIsClaimed = (source: Case, act: Act): boolean =>
  belligerentBehind(source, act.source) !== undefined

/** Redlines about acts, statements, and acts told of by a belligerent. */
export function claimsOf(source: Case): readonly ClaimOfBelligerent[] {
  const redlines = [...source.stances.values()]
    .flatMap((stance) => stance.redlines)
    .filter(({ form, party }) => form === 'conduct' && isBelligerent(source, party))
  const { escalation, conduct } = source.process
  return [
    ...redlines.map(
      (redline): ClaimOfBelligerent => ({
        kind: 'redline',
        claimant: redline.party,
        redline
      })
    ),
    ...(escalation?.signals ?? []).flatMap((signal): readonly ClaimOfBelligerent[] => {
      const said = signal.kind === 'statement' && isBelligerent(source, signal.by)
      const claimant = said ? signal.by : belligerentBehind(source, signal.source)
      return claimant === undefined ? [] : [{ kind: 'signal', claimant, signal }]
    }),
    ...conduct.flatMap((act): readonly ClaimOfBelligerent[] => {
      const claimant = belligerentBehind(source, act.source)
      return claimant === undefined ? [] : [{ kind: 'act', claimant, act }]
    })
  ]
}

/** The belligerent that a source speaks for, if it speaks for one. */
function belligerentBehind(source: Case, id: string | undefined): string | undefined {
  const side = id === undefined ? undefined : source.sources.get(id)?.side
  return side !== undefined && isBelligerent(source, side) ? side : undefined
}
