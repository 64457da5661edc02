import type { Room } from './workbench.ts'
import { ROOMS } from './workbench.ts'

/** What the address shows: the library, what a team shares, or a room of a case with something to look at in it. */
export type Address =
  | { readonly page: 'library' }
  | { readonly page: 'sharing'; readonly of: readonly string[] }
  | {
      /** A record by itself: `focus` is its id, and what is shown of it. */
      readonly page: 'record'
      readonly of: string
      readonly focus: string
    }
  | {
      readonly page: 'case'
      readonly id: string
      readonly room: Room
      readonly focus: string | undefined
    }

/**
 * Reads `#/case/<id>/<room>/<focus>`, `#/record/<case>/<record>/<shown>` and `#/sharing/<what>/<id>`; whatever else stands
 * there is the library, and an unknown room the first one.
 */
export function readAddress(hash: string): Address {
  const [page, id = '', name = '', ...rest] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  if (page === 'sharing') return { page, of: [id, name].filter((part) => part !== '') }
  if (page === 'record' && id !== '' && name !== '')
    return { page, of: id, focus: [name, ...rest].join('/') }
  if (page !== 'case' || id === '') return { page: 'library' }
  const room = ROOMS.find((one) => one === name) ?? ROOMS[0]
  return {
    page: 'case',
    id,
    room,
    focus: rest.length > 0 && rest.join('/') !== '' ? rest.join('/') : undefined
  }
}

/** Writes an address as it is read. */
export function addressOf(address: Address): string {
  if (address.page === 'library') return '#/'
  if (address.page === 'sharing')
    return `#/${['sharing', ...address.of].map(encodeURIComponent).join('/')}`
  if (address.page === 'record')
    return `#/${['record', address.of, ...address.focus.split('/')].map(encodeURIComponent).join('/')}`
  const { id, room, focus } = address
  const parts = ['case', id, room, ...(focus === undefined ? [] : focus.split('/'))]
  return `#/${parts.map(encodeURIComponent).join('/')}`
}

/** Goes to an address of the page. */
export function goTo(address: Address): void {
  location.hash = addressOf(address)
}

/** Has the address name what is shown already; nobody is led anywhere, and no step back is added. */
export function nameShown(address: Address): void {
  history.replaceState(history.state, '', addressOf(address))
}

/** The case's place in a text editor as a focus of the room `case`. */
export const textFocus = (at: string): string => `text:${at}`

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
