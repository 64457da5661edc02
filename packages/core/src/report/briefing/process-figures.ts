import type { Text } from '../../model/judgement.ts'
import { judgementsIn } from '../../model/judgements.ts'
import { textIn } from '../../model/package.ts'
import type { Process } from '../../model/process.ts'
import type { NamedFigure, OwnFigures, Telling } from './figure-line.ts'

/** Something of the process that may hold figures, with what it is called. */
interface Entry {
  readonly name: string
  readonly at: string
}

/** The figures of the process that are the case's own, a line for each thing they are of. */
export const processFigures = ({ source, line }: Telling): readonly OwnFigures[] =>
  entriesOf(source.process).flatMap((entry) =>
    line(
      entry.name,
      judgementsIn(entry).map((one): NamedFigure => [pathIn(entry, one.at), one]),
      entry.at
    )
  )

function entriesOf({
  escalation,
  overtures,
  guarantees,
  deliverables,
  plan,
  ...others
}: Process): readonly Entry[] {
  const named = <T extends { readonly at: string }>(entry: T, name: Text): T & Entry => ({
    ...entry,
    name: textIn(name)
  })
  const ladder = escalation && escalation.ladder !== 'kahn' ? escalation.ladder : []
  return [
    ...ladder.map((rung) => named(rung, rung.title)),
    ...[...overtures.values()].map((overture) => named(overture, overture.id)),
    ...guarantees.map((guarantee) => named(guarantee, `${guarantee.by}: ${guarantee.of}`)),
    ...[...deliverables.values()].map((one) => named(one, one.title ?? one.id)),
    ...(plan ? [named(plan, 'plan')] : []),
    ...judgementsIn(others).map((one) => named({ at: one.at, one }, one.at))
  ]
}

/** Where a judgement stands in its entry, in the case's own keys. */
const pathIn = ({ at }: Entry, place: string): string =>
  place === at ? '' : place.slice(at.length + 1).replaceAll('/', ' ')
