import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { Case } from '@truce/core'
import { base64, keyId } from '@truce/core/log'
import type { NewRecordBody, RecordBody } from '@truce/server'
import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'
import { messageOf } from '../../state/message-of.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import { openKeep } from './browser-keep.ts'
import { makeKeys } from './browser-signing.ts'
import classes from './record.module.css'
import { beginRecord } from './record-api.ts'

type Key = NewRecordBody['keys'][number]

/** Whose keys a record begins with: made here, brought along, or none yet. */
interface Chosen {
  readonly how: 'here' | 'brought' | 'none'
  readonly role: Key['role']
  readonly publicKey: string
}

const ROLES = ['head', 'delegate', 'observer', 'mediator', 'field', 'witness'] as const

interface BeginProps {
  readonly source: Case
  readonly onBegun: (made: RecordBody) => void
}

/** Begins a record: its name, who keeps it, whose keys it believes, and whether it is for practice. */
export function Begin({ source, onBegun }: BeginProps): ReactNode {
  const { t, party: named } = useWords()
  const { view } = useWorkbench()
  const [title, setTitle] = useState('')
  const [operator, setOperator] = useState(keeperIn(source))
  const [exercise, setExercise] = useState(true)
  const [keys, setKeys] = useState(() => suggestedIn(source))
  const [state, setState] = useState<{ readonly busy: boolean; readonly error?: string }>({
    busy: false
  })
  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setState({ busy: true })
    try {
      const believed = await keysOf(keys)
      const wish = { title, operator, exercise, keys: believed }
      onBegun(await beginRecord(view.id, wish))
    } catch (error) {
      setState({ busy: false, error: messageOf(error) })
    }
  }
  return (
    <form onSubmit={(event) => void begin(event)}>
      <p>{t('record.begin.about')}</p>
      <div className={classes['form']}>
        <TextInput
          size="xs"
          required
          label={t('record.begin.title')}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={t('record.begin.operator')}
          value={operator}
          data={[...source.parties.keys()].map((id) => ({ value: id, label: named(id) }))}
          onChange={({ currentTarget }) => setOperator(currentTarget.value)}
        />
        <Checkbox
          size="xs"
          className={classes['wide'] ?? ''}
          label={t('record.begin.exercise')}
          checked={exercise}
          onChange={({ currentTarget }) => setExercise(currentTarget.checked)}
        />
        <fieldset>
          <legend>{t('record.begin.keys')}</legend>
          <Quiet as="p">{t('record.begin.keys.about')}</Quiet>
          {[...keys].map(([party, chosen]) => (
            <KeyRow
              key={party}
              party={party}
              chosen={chosen}
              onChange={(next) => setKeys(new Map(keys).set(party, next))}
            />
          ))}
        </fieldset>
        <Button type="submit" size="xs" variant="default" disabled={state.busy}>
          {t('record.begin.go')}
        </Button>
      </div>
      {state.error === undefined ? null : (
        <p role="alert" className={classes['overdue']}>
          {state.error}
        </p>
      )}
    </form>
  )
}

function KeyRow({
  party,
  chosen,
  onChange
}: {
  readonly party: string
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}): ReactNode {
  const { t, party: named } = useWords()
  const name = named(party)
  return (
    <div className={classes['row']}>
      <span className={classes['who']}>
        <PartyMark party={party} />
      </span>
      <NativeSelect
        size="xs"
        aria-label={t('record.begin.how', { name })}
        value={chosen.how}
        data={(['here', 'brought', 'none'] as const).map((how) => ({
          value: how,
          label: t(`record.begin.how.${how}`)
        }))}
        onChange={({ currentTarget: { value } }) => onChange({ ...chosen, how: howOf(value) })}
      />
      {chosen.how === 'none' ? null : (
        <NativeSelect
          size="xs"
          aria-label={t('record.begin.role', { name })}
          value={chosen.role}
          data={ROLES.map((role) => ({ value: role, label: t(`record.role.${role}`) }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...chosen, role: ROLES.find((role) => role === value) ?? chosen.role })
          }
        />
      )}
      {chosen.how === 'brought' ? (
        <TextInput
          size="xs"
          required
          aria-label={t('record.begin.public', { name })}
          placeholder={t('record.begin.public.form')}
          value={chosen.publicKey}
          onChange={({ currentTarget }) => onChange({ ...chosen, publicKey: currentTarget.value })}
        />
      ) : null}
    </div>
  )
}

const howOf = (value: string): Chosen['how'] =>
  value === 'here' || value === 'brought' ? value : 'none'

/** Somebody who does not fight, where there is such a one. */
function keeperIn({ parties }: Case): string {
  const all = [...parties.values()]
  const wanted = ['observer', 'mediator', 'third', 'supporter'] as const
  const found = wanted
    .map((role) => all.find(({ roles }) => roles.includes(role) && !roles.includes('belligerent')))
    .find((one) => one !== undefined)
  return (found ?? all[0])?.id ?? ''
}

/** Heads for those who fight; for the others what they are in the case; no key for who has no part in it. */
function suggestedIn(source: Case): ReadonlyMap<string, Chosen> {
  const part = takingPart(source)
  return new Map(
    [...source.parties.values()].map(({ id, roles }) => {
      const role = roles.includes('belligerent')
        ? 'head'
        : roles.includes('mediator')
          ? 'mediator'
          : 'observer'
      return [id, { how: part.has(id) ? 'here' : 'none', role, publicKey: '' }] as const
    })
  )
}

/** Who fights, meets, has a line, verifies or decides in the case. */
function takingPart({ parties, process }: Case): ReadonlySet<string> {
  const fighting = [...parties.values()].filter(({ roles }) => roles.includes('belligerent'))
  return new Set([
    ...fighting.map(({ id }) => id),
    ...[...process.meetings.values()].flatMap(({ quorum, attend }) => [
      ...quorum.keys(),
      ...attend.keys()
    ]),
    ...[...process.channels.values()].flatMap(({ ends }) => ends),
    ...[...process.withdrawals.values()].flatMap(({ verifiedBy }) => verifiedBy),
    ...[...process.gates.values()].flatMap(({ decidedBy }) => decidedBy)
  ])
}

/** Makes the keys that are to be made here, keeps them in this browser, and hands out the public ones. */
async function keysOf(chosen: ReadonlyMap<string, Chosen>): Promise<Key[]> {
  const keep = await openKeep()
  const keys: Key[] = []
  for (const [party, { how, role, publicKey }] of chosen) {
    if (how === 'none') continue
    if (how === 'brought') {
      keys.push({ party, role, publicKey: publicKey.trim() })
      continue
    }
    const made = await makeKeys()
    await keep.putKey({ ...made, id: keyId(made.publicKey) })
    keys.push({ party, role, publicKey: base64(made.publicKey) })
  }
  return keys
}
