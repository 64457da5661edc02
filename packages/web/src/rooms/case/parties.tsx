import type { Party } from '@truce/core'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Later } from '../../ui/later.tsx'
import { hueOf } from '../../ui/parties.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import sheet from './case.module.css'
import { Field } from './field.tsx'
import { EntryTools } from './forms/entry-tools.tsx'
import { Interests } from './interests.tsx'
import { Judged } from './judged.tsx'
import { NoDealPart } from './no-deal.tsx'
import { Ratification } from './ratification.tsx'
import { Redlines } from './redlines.tsx'
import { conditionWords } from './wording.ts'

/**
 * Every party with what it refuses, wants, expects without a deal, and must have passed at home.
 */
export function Parties({ whole }: { readonly whole: boolean }) {
  const { source } = useGround()
  return [...source.parties.values()].map((party, place) => (
    <Later key={party.id} now={whole || place === 0}>
      <PartyPart party={party} />
    </Later>
  ))
}

function PartyPart({ party }: { readonly party: Party }) {
  const t = useMessages()
  const names = useGround()
  const { source } = names
  const { id, at, name, kind, roles } = party
  const hue = hueOf(source, id)
  const stance = source.stances.get(id)
  const roleWords = roles.map((role) => t(`case.role.${role}`)).join(', ')
  return (
    <article className={sheet.party} style={{ borderInlineStartColor: hue.color }}>
      <h3 id={at} tabIndex={-1}>
        <PartyMark party={id}>
          <Field
            inForm
            at={`${at}/name`}
            text={name}
            label={t('case.party.nameOf', { party: names.text(name) })}
          />
        </PartyMark>
      </h3>
      <Quiet as="p">
        {t(`case.kind.${kind}`)} · {roleWords} · <Needed party={id} />
      </Quiet>
      <EntryTools form="party" at={at} title={names.text(name)} />
      <Strengths party={party} />
      {!stance && <p>{t('case.party.silent', { party: names.text(name) })}</p>}
      <Redlines stance={stance ?? { party: id, at: `stances/${id}`, redlines: [] }} />
      <Interests party={id} stance={stance} />
      <NoDealPart party={id} stance={stance} />
      <Ratification party={id} stance={stance} />
      {stance && <Types party={id} />}
    </article>
  )
}

function Needed({ party }: { readonly party: string }) {
  const t = useMessages()
  const names = useGround()
  const { source } = names
  const own = source.required.filter((one) => one.party === party)
  if (own.length === 0) return t('case.party.notNeeded')
  const when = own.flatMap((one) => (one.when ? [conditionWords(one.when, names, t)] : []))
  return when.length < own.length
    ? t('case.party.needed')
    : t('case.party.neededWhen', { when: when.join('; ') })
}

function Strengths({ party }: { readonly party: Party }) {
  const t = useMessages()
  const names = useGround()
  const given = (['capability', 'will', 'risk'] as const).flatMap((key) =>
    party[key] ? [{ key, judgement: party[key] }] : []
  )
  if (given.length === 0) return null
  return (
    <ul className={sheet.rows}>
      {given.map(({ key, judgement }) => (
        <li key={key} className={sheet.row}>
          <span>{t(`case.party.${key}`)}</span>
          <Judged
            judgement={judgement}
            label={`${names.text(party.name)}: ${t(`case.party.${key}`)}`}
          />
        </li>
      ))}
    </ul>
  )
}

function Types({ party }: { readonly party: string }) {
  const t = useMessages()
  const { source } = useGround()
  const types = source.stances.get(party)?.types ?? []
  if (types.length === 0) return null
  return (
    <>
      <h4>{t('case.types')}</h4>
      <ul className={sheet.rows}>
        {types.map(({ id, p }) => (
          <li key={id} className={sheet.row}>
            <span>{id}</span>
            <Judged judgement={p} label={t('case.types.chance', { type: id })} />
          </li>
        ))}
      </ul>
    </>
  )
}
