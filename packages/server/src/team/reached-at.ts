import { CannotListen } from '../listen.ts'

/**
 * The origin at which people reach the server: of this computer, or secret on the way to it, since
 * browsers keep the cookies of no other.
 */
export function reachedAt(written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : undefined
  const near = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const safe = url?.protocol === 'https:' || (near && url.protocol === 'http:')
  if (url === undefined || !safe || url.origin !== written.replace(/\/$/, ''))
    throw new CannotListen(
      `${written} is no origin that people can reach Truce at; write it as https://truce.example.org, with nothing behind it`
    )
  return url
}
