import { lazy, Suspense, useEffect } from 'react'
import { loadMessages } from '../messages/index.ts'
import { addressOf } from '../state/address.ts'
import styles from './app.module.css'
import { AwayNote } from './away-note.tsx'
import { PAGES } from './pages.ts'
import { Trouble } from './trouble.tsx'
import { useAddress } from './use-address.ts'
import { Waiting } from './waiting.tsx'

const Library = lazy(async () => (await Promise.all([PAGES.library(), loadMessages('library')]))[0])
const CasePage = lazy(PAGES.case)
const SharingPage = lazy(
  async () => (await Promise.all([PAGES.sharing(), loadMessages('sharing')]))[0]
)

const FieldPage = lazy(async () => (await Promise.all([PAGES.record(), loadMessages('record')]))[0])

/** The workbench: the library, or an open case. */
export function App(): React.ReactNode {
  const address = useAddress()
  useEffect(() => {
    // A room that is not there, or none, was read as the first: the address is to say so.
    if (address.page === 'case') history.replaceState(null, '', addressOf(address))
  }, [address])
  return (
    <div className={styles['page']}>
      <AwayNote />
      <Trouble key={address.page}>
        <Suspense fallback={<Waiting />}>
          {address.page === 'library' ? (
            <Library />
          ) : address.page === 'sharing' ? (
            <SharingPage of={address.of} />
          ) : address.page === 'record' ? (
            <FieldPage key={address.of} of={address.of} focus={address.focus} />
          ) : (
            <CasePage key={address.id} address={address} />
          )}
        </Suspense>
      </Trouble>
    </div>
  )
}
