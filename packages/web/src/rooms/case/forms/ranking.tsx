import { Button, Group, UnstyledButton } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../../messages/index.ts'
import { useWorkbench } from '../../../state/use-workbench.ts'
import type { Change } from '../../../state/yaml-edit.ts'
import { useGround } from '../../../ui/ground.ts'
import { Quiet } from '../../../ui/quiet.tsx'
import { useDragOrder } from '../../../ui/use-drag-order.ts'
import { Comparisons } from './comparisons.tsx'
import type { Ratio } from './elicit.ts'
import { FormField } from './fields.tsx'
import { FormPlace } from './form-context.ts'
import sheet from './forms.module.css'
import { Opener } from './opener.tsx'
import type { Ranks } from './ranks.ts'
import { figuresFrom, startingRanks } from './ranks.ts'
import type { Choice } from './spec.ts'
import { Order, shifted } from './statements-input.tsx'
import { defaultsIn } from './use-entry.ts'

/** First figures for a party by putting issues and options in order, the best first. */
export function Ranking({ party }: { readonly party: string }): ReactNode {
  const t = useMessages()
  const names = useGround()
  if (names.source.issues.length < 2) return null
  return (
    <Opener
      words={t('forms.rank.open')}
      label={t('forms.rank.openLabel', { party: names.party(party) })}
    >
      {(close) => <RankingForm party={party} close={close} />}
    </Opener>
  )
}

interface Made {
  readonly choice: Choice
  readonly change: Change
}

function RankingForm({
  party,
  close
}: {
  readonly party: string
  readonly close: () => void
}): ReactNode {
  const t = useMessages()
  const names = useGround()
  const { change, view } = useWorkbench()
  const around = useRef<HTMLFormElement>(null)
  const [ranks, rank] = useState(() => startingRanks(names.source, party))
  const [ratios, compare] = useState<readonly (Ratio | undefined)[]>([])
  const [source, cite] = useState('')
  const [made, make] = useState<readonly Made[]>([])
  const [isTried, tried] = useState(false)
  useEffect(() => around.current?.querySelector('button')?.focus(), [])
  const reorder = (next: Ranks): void => {
    // Answers about neighbours say nothing once they are neighbours no longer.
    if (next.issues !== ranks.issues) compare([])
    rank(next)
  }
  const label = t('forms.field.source')
  const said = t('forms.rank.openLabel', { party: names.party(party) })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    tried(true)
    if (source === '') return
    const because = t(ratios.some(Boolean) ? 'forms.rank.because.compared' : 'forms.rank.because')
    const figures = figuresFrom(names.source, {
      party,
      ranks,
      ratios,
      source,
      because,
      whose: defaultsIn(view.files, party).numbers
    })
    change([...made.map((one) => one.change), ...figures], said)
    close()
  }
  const about = { names, say: t, beside: [] }
  return (
    <FormPlace
      value={{
        made: made.map(({ choice }) => choice),
        make: (choice, one) => make([...made, { choice, change: one }]),
        Field: FormField
      }}
    >
      <form ref={around} className={sheet['form']} onSubmit={submit} aria-label={said}>
        <Orders party={party} ranks={ranks} reorder={reorder} />
        <Comparisons party={party} issues={ranks.issues} ratios={ratios} compare={compare} />
        <FormField
          field={{ key: 'source', kind: 'source', label: 'source', needed: true }}
          about={about}
          draft={{}}
          value={source}
          write={(value) => cite(typeof value === 'string' ? value : '')}
          label={label}
          problem={
            isTried && source === '' ? t('forms.problem.missing', { what: label }) : undefined
          }
        />
        <Quiet as="p">{t('forms.rank.made')}</Quiet>
        <Group gap="xs">
          <Button type="submit" size="compact-sm">
            {t('forms.rank.keep')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={close}>
            {t('forms.leave')}
          </Button>
        </Group>
      </form>
    </FormPlace>
  )
}

function Orders({
  party,
  ranks,
  reorder
}: {
  readonly party: string
  readonly ranks: Ranks
  readonly reorder: (ranks: Ranks) => void
}): ReactNode {
  const t = useMessages()
  const names = useGround()
  const { issues, options } = ranks
  return (
    <>
      <Sortable
        title={t('forms.rank.issues', { party: names.party(party) })}
        ids={issues}
        name={names.issue}
        put={(next) => reorder({ ...ranks, issues: next })}
      />
      {issues.map((issue) => (
        <Sortable
          key={issue}
          title={t('forms.rank.options', { issue: names.issue(issue), party: names.party(party) })}
          ids={options[issue] ?? []}
          name={(id) => names.option(issue, id)}
          put={(next) => reorder({ ...ranks, options: { ...options, [issue]: next } })}
        />
      ))}
    </>
  )
}

function Sortable({
  title,
  ids,
  name,
  put
}: {
  readonly title: string
  readonly ids: readonly string[]
  readonly name: (id: string) => string
  readonly put: (ids: readonly string[]) => void
}): ReactNode {
  const t = useMessages()
  const { list, grip, held } = useDragOrder(ids, put)
  return (
    <fieldset className={sheet['group']}>
      <legend>{title}</legend>
      <ol className={sheet['ranked']} {...list}>
        {ids.map((id, index) => (
          <li key={id} data-held={id === held}>
            <UnstyledButton
              className={sheet['grip']}
              aria-label={t('forms.gripLabel', { label: `${title}: ${name(id)}` })}
              {...grip(id)}
            >
              <span aria-hidden="true">⠿</span>
            </UnstyledButton>{' '}
            {name(id)}{' '}
            <Order
              say={t}
              label={`${title}: ${name(id)}`}
              move={(by) => put(shifted(ids, index, by))}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
