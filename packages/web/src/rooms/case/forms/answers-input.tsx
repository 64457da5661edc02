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
          { answer: '', share: '' },
          { answer: '', share: '' }
        ]
  const put = (index: number, key: 'answer' | 'share', text: string): void =>
    write(rows.map((row, at) => (at === index ? { ...row, [key]: text } : row)))
  return (
    <>
      {rows.map(({ answer, share }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer's words are being written
        <div key={index} className={sheet['pair']}>
          <TextInput
            size="sm"
            label={say('forms.answer', { number: index + 1 })}
            value={textOf(answer)}
            onChange={(event) => put(index, 'answer', event.currentTarget.value)}
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
      <TextLink bare onClick={() => write([...rows, { answer: '', share: '' }])}>
        {say('forms.answer.add')}
      </TextLink>
    </>
  )
}
