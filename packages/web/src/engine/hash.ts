import type { SourceFile } from '@truce/core'

/**
 * The hash of a case's files as the command line prints it: SHA-256 over names, lengths and texts
 * in the order of names.
 */
export async function hashOf(files: readonly SourceFile[]): Promise<string> {
  const text = [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((file) => `${file.name}\0${file.text.length}\0${file.text}\0`)
    .join('')
  const digest = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  )
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
