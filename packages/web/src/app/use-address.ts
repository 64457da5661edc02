import { useSyncExternalStore } from 'react'
import type { Address } from '../state/address.ts'
import { readAddress } from '../state/address.ts'

let last = { hash: '', address: readAddress('') }

/** What the address of the page shows now. */
export function useAddress(): Address {
  return useSyncExternalStore(subscribe, () => {
    if (last.hash !== location.hash)
      last = { hash: location.hash, address: readAddress(location.hash) }
    return last.address
  })
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}
