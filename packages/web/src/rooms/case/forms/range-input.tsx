import { TextInput } from '@mantine/core'
import type { Range } from '@truce/core'
import type { ReactNode } from 'react'
import type { Scale } from '../scale.ts'
import { RangeSlider } from '../slider.tsx'
import type { Value } from './draft.ts'
import { mapOf, rangeOf, rangeTexts, textsOf } from './draft.ts'
import sheet from './forms.module.css'
import type { About, InputProps } from './spec.ts'

/** A range: dragged along its scale, moved by the arrow keys, or typed. */
export function RangeInput({ field, about, value, write, label }: InputProps): ReactNode {
  return (
    <RangeRow
      about={about}
      scale={scaleFor(field.bounds, rangeOf(value))}
      value={value}
      write={write}
      label={label}
    />
  )
}

/** What each option is worth, a range for each. */
export function WorthsInput({ field, about, draft, value, write }: InputProps): ReactNode {
  const worths = mapOf(value)
  return (field.among?.(about, draft) ?? []).map((option) => (
    <div key={option.value} className={sheet['worth']}>
      <span>{option.label}</span>
      <RangeRow
        about={about}
        scale={scaleFor(field.bounds, undefined)}
        value={worths[option.value] ?? ''}
        write={(range) => write({ ...worths, [option.value]: range })}
        label={option.label}
      />
    </div>
  ))
}

interface RowProps {
  readonly about: About
  readonly scale: Scale
  readonly value: Value
  readonly write: (value: Value) => void
  readonly label: string
}

const ENDS = ['low', 'mode', 'high'] as const

/** The scale with its handles above the three numbers. */
export function RangeRow({ about, scale, value, write, label }: RowProps): ReactNode {
  const texts = textsOf(value)
  const middle = (scale.min + scale.max) / 2
  const range = inside(rangeOf(value) ?? { low: middle, high: middle }, scale)
  const set = (index: number, text: string): void =>
    write(ENDS.map((_, at) => (at === index ? text : (texts[at] ?? ''))))
  return (
    <div className={sheet['range']} data-said={rangeOf(value) !== undefined}>
      <RangeSlider
        key={rangeTexts(range).join()}
        range={range}
        scale={scale}
        label={label}
        settle={(moved) => write(rangeTexts(moved))}
      />
      <div className={sheet['numbers']}>
        {ENDS.map((end, index) => (
          <TextInput
            key={end}
            size="xs"
            label={about.say(`case.range.${end}`)}
            aria-label={about.say(`case.handle.${end}`, { label })}
            inputMode="decimal"
            value={texts[index] ?? ''}
            onChange={(event) => set(index, event.currentTarget.value)}
          />
        ))}
      </div>
    </div>
  )
}

/** What has no end is drawn on a hundred points, or on as many as it takes. */
function scaleFor(bounds: Scale | undefined, range: Range | undefined): Scale {
  const { min, max, step } = bounds ?? { min: 0, max: 100, step: 1 }
  const high = Math.max(100, Math.ceil(Math.abs(range?.high ?? 0) / 100) * 100)
  const low = Math.min(0, Math.floor((range?.low ?? 0) / 100) * 100)
  return { min: Math.max(min, low), max: Math.min(max, high), step }
}

const inside = ({ low, mode, high }: Range, { min, max }: Scale): Range => {
  const kept = (value: number): number => Math.min(Math.max(value, min), max)
  return { low: kept(low), high: kept(high), ...(mode === undefined ? {} : { mode: kept(mode) }) }
}
