import type { JsonObject } from '@truce/core/log'
import type { EntryKind } from '@truce/core/record'
import type { ReactNode } from 'react'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { ForWriter, Part } from '../parts.tsx'
import { mayWrite, useRecord } from '../use-record.ts'
import { KindForm } from './kind-form.tsx'

/** Where in the room a kind of entry is written, where it is about nothing that is shown already. */
const OFFERED = {
  ground: ['position.observed', 'holding.declared', 'inspection.made', 'line.agreed'],
  signals: ['signal.seen', 'overture.answered']
} as const satisfies Readonly<Record<string, readonly EntryKind[]>>

/** The kinds that are written, and listed, in a view. */
export const offeredIn = (view: keyof typeof OFFERED): readonly EntryKind[] => OFFERED[view]

/** A form for each kind that a view offers, folded; those that who is chosen may write come first. */
export function Offers({ view }: { readonly view: keyof typeof OFFERED }): ReactNode {
  const record = useRecord()
  const [mine, others] = [true, false].map((may) =>
    OFFERED[view].filter((kind) => mayWrite(record, kind) === may)
  )
  return (
    <Part title={record.t('record.meetings.write')}>
      {[...(mine ?? []), ...(others ?? [])].map((kind) => (
        <OfferedForm key={kind} kind={kind} />
      ))}
    </Part>
  )
}

/** The form of a kind behind its name. */
export function OfferedForm({
  kind,
  label,
  given,
  likely,
  submit
}: {
  readonly kind: EntryKind
  readonly label?: string
  readonly given?: JsonObject
  readonly likely?: JsonObject
  readonly submit?: string
}): ReactNode {
  const { kindName } = useRecord()
  return (
    <Disclosure label={label ?? kindName(kind)}>
      <ForWriter kind={kind}>
        <KindForm {...{ kind, given, likely }} {...(submit !== undefined && { submit })} />
      </ForWriter>
    </Disclosure>
  )
}
