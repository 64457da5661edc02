import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './ui.module.css'

/** The choices above what they hold for, side by side as far as there is room; never printed. */
export function FilterBar({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={`${styles['bar']} no-print`}>{children}</div>
}

/** A choice from a list. */
export interface PickProps<V extends string> {
  readonly label: string
  /** The label is for those who do not see; what is chosen says enough. */
  readonly hidden?: boolean
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onPick: (value: V) => void
}

/** One of some few things, by the browser's own list. */
export function Pick<V extends string>({
  label,
  hidden = false,
  value,
  options,
  onPick
}: PickProps<V>): ReactNode {
  return (
    <NativeSelect
      size="xs"
      {...(hidden ? { 'aria-label': label } : { label })}
      value={value}
      data={[...options]}
      onChange={({ currentTarget }) => {
        const picked = options.find((one) => one.value === currentTarget.value)
        if (picked) onPick(picked.value)
      }}
    />
  )
}
