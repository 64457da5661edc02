import { Button, Group, NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { TextLink } from '../../../ui/text-link.tsx'
import { added, begun, problemsIn } from './changes.ts'
import { sources } from './choices.ts'
import { textOf } from './draft.ts'
import { useForm } from './form-context.ts'
import sheet from './forms.module.css'
import type { InputProps } from './spec.ts'
import { isNeeded } from './spec.ts'
import { source as spec } from './specs/basics.ts'

/** On whose word it stands: a source of the case, or one that is made in place. */
export function SourceInput({ field, about, value, write, label, problem }: InputProps): ReactNode {
  const { say } = about
  const { made } = useForm()
  const [isMaking, make] = useState(false)
  return (
    <>
      <NativeSelect
        label={label}
        withAsterisk={isNeeded(field, about)}
        error={problem}
        value={textOf(value)}
        data={[{ value: '', label: say('forms.chooseSource') }, ...sources(about), ...made]}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {isMaking ? (
        <NewSource
          about={about}
          done={(id) => {
            if (id !== undefined) write(id)
            make(false)
          }}
        />
      ) : (
        <TextLink bare onClick={() => make(true)}>
          {say('forms.source.new')}
        </TextLink>
      )}
    </>
  )
}

/** A source made in place: kept with the entry that cites it, as one step. */
function NewSource({
  about,
  done
}: {
  readonly about: InputProps['about']
  readonly done: (id?: string) => void
}): ReactNode {
  const { say } = about
  const { made, make, Field } = useForm()
  const known = [...sources(about), ...made].map(({ value, label }) => ({
    id: value,
    title: label
  }))
  const { told: _, ...rest } = about
  const own = { ...rest, beside: known }
  const [draft, write] = useState(() => begun(spec, own).draft)
  const [isTried, tried] = useState(false)
  const problems = problemsIn(spec, draft, { about: own, unread: [] })
  const keep = (): void => {
    tried(true)
    if (Object.keys(problems).length > 0) return
    const { at, changes } = added(spec, draft, {
      about: own,
      home: { at: 'sources', told: undefined }
    })
    const [change] = changes
    const id = at.slice('sources/'.length)
    if (change) make({ value: id, label: textOf(draft['title']).trim() }, change)
    done(id)
  }
  return (
    <fieldset className={sheet['inner']}>
      <legend>{say('forms.source.new')}</legend>
      {spec.fields.map((field) => (
        <Field
          key={field.key}
          field={field}
          about={own}
          draft={draft}
          value={draft[field.key] ?? ''}
          write={(value) => write({ ...draft, [field.key]: value })}
          label={say(`forms.field.${field.label}`)}
          problem={isTried ? problems[field.key] : undefined}
        />
      ))}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={keep}>
          {say('forms.source.keep')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => done()}>
          {say('forms.source.leave')}
        </Button>
      </Group>
    </fieldset>
  )
}
