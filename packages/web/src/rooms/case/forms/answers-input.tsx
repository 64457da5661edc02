import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { TextLink } from '../../../ui/text-link.tsx'
import { listOf, mapOf, textOf } from './draft.ts'
import sheet from './forms.module.css'
import type { InputProps } from './spec.ts'

/** The answers of a poll, each with its share in percent. */
export function AnswersInput({ about: { say }, value, write }: InputProps): ReactNode {
  const told = listOf(value).map(mapOf)
  const rows =
    told.length > 0
      ? told
      : [
          { id: '', share: '' },
          { id: '', share: '' }
        ]
  const put = (index: number, key: 'id' | 'share', text: string): void =>
    write(rows.map((row, at) => (at === index ? { ...row, [key]: text } : row)))
  return (
    <>
      {rows.map(({ id, share }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer's name is what is being written
        <div key={index} className={sheet['pair']}>
          <TextInput
            size="sm"
            label={say('forms.answer', { number: index + 1 })}
            value={textOf(id)}
            onChange={(event) => put(index, 'id', idTyped(event.currentTarget.value))}
          />
          <TextInput
            size="sm"
            label={say('forms.answer.share', { number: index + 1 })}
            inputMode="decimal"
            value={textOf(share)}
            onChange={(event) => put(index, 'share', event.currentTarget.value)}
          />
        </div>
      ))}
      <TextLink bare onClick={() => write([...rows, { id: '', share: '' }])}>
        {say('forms.answer.add')}
      </TextLink>
    </>
  )
}

/** Answers are known by ids: small letters, digits and hyphens. */
const idTyped = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
    .replaceAll(/[^a-z0-9-]/g, '')
