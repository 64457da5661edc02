import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MantineProvider } from '@mantine/core'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { userEvent } from '@testing-library/user-event'
import type { SourceFile } from '@truce/core'
import { StrictMode } from 'react'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { App } from '../../src/app/app.tsx'
import { loadMessages, setLanguage } from '../../src/messages/index.ts'
import type { Sent } from '../../src/rooms/stability/graph-answers.ts'
import { graphAnswers } from '../../src/rooms/stability/graph-answers.ts'
import { theme } from '../../src/ui/theme.ts'
import { workerHere } from '../worker-here.ts'
import { leave } from './leave.ts'
import type { Served } from './server.ts'
import { serving } from './server.ts'

/** The page as it is served, with a workspace on the disk, and someone who sits before it. */
export interface Stage {
  readonly user: UserEvent
  /** Lays a case into the workspace. */
  readonly lay: (id: string, files: readonly SourceFile[]) => Promise<void>
  /** Opens the page at an address such as `#/case/river/table`. */
  readonly open: (hash: string) => Promise<void>
  /** The text of a file in the workspace, such as `river/case.yaml`. */
  readonly text: (name: string) => Promise<string>
}

/**
 * Stages the whole page against the real server, with the real engine in this process. Only what
 * no browser is there for stands in: workers run here, and there is no layout.
 */
export function stage(): Stage {
  let served: Served
  beforeAll(async () => {
    served = await serving()
    pretend(served)
    await Promise.all([loadMessages('app'), loadMessages('work')])
  }, 60_000)
  afterEach(async () => {
    cleanup()
    localStorage.clear()
    await setLanguage('en')
    location.hash = ''
  })
  afterAll(leave)
  return {
    user: userEvent.setup(),
    lay: async (id, files) => {
      for (const { name, text } of files) {
        const path = join(served.workspace, id, name)
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, text)
      }
    },
    open: async (hash) => {
      location.hash = hash
      render(
        <StrictMode>
          <MantineProvider theme={theme} defaultColorScheme="auto" env="test">
            <App />
          </MantineProvider>
        </StrictMode>
      )
    },
    text: (name) => readFile(join(served.workspace, name), 'utf8')
  }
}

/** Where the machine is busy, what is awaited may take its time. */
configure({ asyncUtilTimeout: 30_000 })

/** The page's own address is the server's; what a browser would bring is here, as far as it is used. */
function pretend({ url, token }: Served): void {
  const page = window as unknown as { happyDOM: { setURL: (url: string) => void } }
  page.happyDOM.setURL(url)
  const meta = document.createElement('meta')
  Object.assign(meta, { name: 'truce-token', content: token })
  document.querySelector('meta[name="truce-token"]')?.remove()
  document.head.append(meta)
  Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() })
  vi.stubGlobal('EventSource', Silent)
  vi.stubGlobal('Worker', HereWorker)
}

/** The server's news of other programs' changes, of which there are none here. */
class Silent {
  addEventListener(): void {}
  close(): void {}
}

/**
 * The workers of the engine and of the graph run in this process; the layout of pictures has none,
 * as in a browser that lets none start.
 */
class HereWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | undefined

  constructor(url: URL | string) {
    if (/engine\/engine-worker/.test(String(url))) Object.assign(this, workerHere())
    else if (!/stability\/worker/.test(String(url))) throw new Error(`no worker for ${url}`)
  }

  private readonly answer = graphAnswers()

  postMessage(sent: Sent): void {
    const data = { id: sent.id, answer: this.answer(structuredClone(sent)) }
    queueMicrotask(() => this.onmessage?.({ data }))
  }

  terminate(): void {}
}

/** A part of the page by its heading or label. */
export const part = async (name: string | RegExp): Promise<ReturnType<typeof within>> =>
  within(await screen.findByRole('region', { name }))
