import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds for which a code stands, and its digits: what every app for codes takes. */
const [STEP, DIGITS] = [30, 6]

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The number of the span of time in which a moment is, counted from 1970. */
export const stepAt = (milliseconds: number): number => Math.floor(milliseconds / 1000 / STEP)

/** The code of a step: RFC 4226, section 5.3, with the step of RFC 6238 as its counter. */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 0xf
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}

/** The step near a moment whose code this is: clocks may differ by one step. */
export function stepOf(secret: Buffer, code: string, milliseconds: number): number | undefined {
  const now = stepAt(milliseconds)
  return [now, now - 1, now + 1].find((step) => same(codeAt(secret, step), code))
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A secret as a person types it: RFC 4648, section 6, without padding. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

/** What an app for codes reads from a drawing of squares. */
export function codeUri(secret: string, account: string, host: string): string {
  const issuer = encodeURIComponent(`Truce ${host}`)
  return `otpauth://totp/${issuer}:${encodeURIComponent(account)}?secret=${secret}&issuer=${issuer}&algorithm=SHA1&digits=${DIGITS}&period=${STEP}`
}
