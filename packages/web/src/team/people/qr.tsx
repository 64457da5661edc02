import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { encode } from 'uqr'
import { useMessages } from '../../messages/index.ts'
import styles from './people.module.css'

/** What an app for codes reads with its camera; drawn here, so that the secret goes nowhere. */
export function Qr({ text }: { readonly text: string }): ReactNode {
  const t = useMessages()
  const { size, path } = useMemo(() => {
    const { data, size: side } = encode(text, { border: 3 })
    const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')))
    return { size: side, path: dark.join('') }
  }, [text])
  return (
    <svg
      role="img"
      aria-label={t('people.codes.picture')}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={styles['qr']}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
