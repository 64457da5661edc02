import '@mantine/core/styles.layer.css'
import './ui/face.css'
import './ui/base.css'
import { MantineProvider } from '@mantine/core'
import { Fragment, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { loadPage } from './app/pages.ts'
import { loadMessages } from './messages/index.ts'
import { readAddress } from './state/address.ts'
import { isTeam } from './state/person.ts'
import { nonce, theme, variables } from './ui/theme.ts'

/**
 * Draws the page once its texts are there. The module itself waits for nothing: what it would wait
 * for may lie in the same file.
 */
async function begin(): Promise<void> {
  const place = document.querySelector('#truce')
  if (!place) throw new Error('the page has no place for the workbench')
  const [around] = await Promise.all([
    isTeam() ? import('./team/people/index.ts').then(({ teamGate }) => teamGate()) : Fragment,
    loadMessages('app'),
    loadMessages('work'),
    loadPage(readAddress(location.hash))
  ])
  const Around = around
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        defaultColorScheme="auto"
        getStyleNonce={nonce}
      >
        <Around>
          <App />
        </Around>
      </MantineProvider>
    </StrictMode>
  )
}

void begin()
