import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { loadMessages } from '../../src/messages/index.ts'
import { get } from '../../src/state/api.ts'
import { browserOf } from '../../src/team/people/browser-of.ts'
import { TeamGate } from '../../src/team/people/gate.tsx'
import { theme } from '../../src/ui/theme.ts'
import { leave } from './leave.ts'

const ADA = {
  ...{ id: 'ada', name: 'Ada First', email: 'ada@un.example', administrator: false },
  ...{ codes: true, backupCodes: 9, passkeys: [], next: 'nothing', ways: ['code', 'backup-code'] }
}
const NOBODY = { error: { code: 'sign-in', message: 'nobody is signed in', help: 'sign in' } }

/** What the server answers by method and path; what was asked, with its body. */
let answers: Record<string, readonly [number, object]>
let asked: string[]

beforeAll(async () => {
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    const key = `${init?.method ?? 'GET'} ${path}`
    asked.push(`${key} ${init?.body ?? ''}`.trim())
    const [status, body] = answers[key] ?? [404, { error: { code: 'x', message: key, help: key } }]
    return new Response(JSON.stringify(body), { status })
  })
  await Promise.all([loadMessages('app'), loadMessages('people')])
})
afterEach(() => {
  cleanup()
  location.hash = ''
})
afterAll(leave)

function open(hash: string, answered: typeof answers): void {
  answers = { 'GET /api/sign-in': [200, { issuers: [{ id: 'un', name: 'UN' }] }], ...answered }
  asked = []
  location.hash = hash
  render(
    <MantineProvider theme={theme} env="test">
      <TeamGate>
        <input aria-label="a paper" />
      </TeamGate>
    </MantineProvider>
  )
}

test('nobody sees more than the ways in, and a refusal says what to do', async () => {
  const user = userEvent.setup()
  open('#/case/secret-talks/desk', {
    'GET /api/account': [401, NOBODY],
    'POST /api/sign-in': [
      401,
      { error: { code: 'not-these', message: 'this lets nobody in', help: 'see what you typed' } }
    ]
  })
  await screen.findByRole('heading', { name: 'Sign in' })
  expect(screen.queryByLabelText('a paper')).toBeNull()
  await screen.findByRole('button', { name: 'By UN' })
  await user.type(screen.getByLabelText(/E-mail/), 'ada@un.example')
  await user.type(screen.getByLabelText(/^Password/), 'not it at all')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect((await screen.findByRole('alert')).textContent).toBe(
    'this lets nobody in. To do: see what you typed.'
  )
  answers['POST /api/sign-in'] = [200, { next: 'second-factor', ways: ['code', 'backup-code'] }]
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByRole('heading', { name: 'Show your second factor' })
  await user.click(screen.getByRole('button', { name: 'Use a code on paper' }))
  expect(screen.getByLabelText(/Code on paper/)).toBeTruthy()
  // What is secret stands in bodies alone.
  for (const one of asked) expect(one.split(' ')[1]).not.toMatch(/not%20it|ada@|secret-talks/)
})

test('a session that ends hides what was open and keeps it', async () => {
  const user = userEvent.setup()
  open('#/', {
    'GET /api/account': [200, ADA],
    'GET /api/team/me': [200, { organisations: [{ id: 'm', name: 'Mission', role: 'lead' }] }],
    'GET /api/cases': [401, NOBODY]
  })
  await user.type(await screen.findByLabelText('a paper'), 'half a sentence')
  expect(screen.getByRole('link', { name: 'Signed in: Ada First' })).toBeTruthy()
  await get('/api/cases').catch(() => undefined)
  await screen.findByText(/Your session has ended/)
  expect(screen.queryByRole('textbox', { name: 'a paper' })).toBeNull()
  const kept = document.querySelector<HTMLInputElement>('input[aria-label="a paper"]')
  expect(kept?.value).toBe('half a sentence')
})

test('a link tells what it leads to, or that it leads nowhere', async () => {
  const link = { kind: 'invitation', email: 'bo@un.example', role: 'analyst' }
  open('#/welcome/abc', {
    'GET /api/account': [401, NOBODY],
    'POST /api/links/read': [200, { ...link, organisation: 'm', organisationName: 'The mission' }]
  })
  await screen.findByText('To: The mission. Your role there: analyst.')
  expect(screen.getByLabelText<HTMLInputElement>(/E-mail/).value).toBe('bo@un.example')
  expect(asked).toContain('POST /api/links/read {"token":"abc"}')
  cleanup()
  open('#/welcome/abd', {
    'GET /api/account': [401, NOBODY],
    'POST /api/links/read': [404, { error: { code: 'no-such-link', message: 'm', help: 'h' } }]
  })
  await screen.findByRole('heading', { name: 'This link leads nowhere' })
})

test('browsers are told in short', () => {
  const chrome =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156 Safari/537.36'
  expect([browserOf(chrome), browserOf(''), browserOf('curl/8')]).toEqual([
    ...['Chrome, Linux', undefined, 'curl/8']
  ])
})
