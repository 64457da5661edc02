// What the tools that tests of the page stand on do at every turn and no test looks at, which took
// more than half of their time.
import { configure, getConfig } from '@testing-library/dom'
import * as React from 'react'

/** Call once, before anything is rendered. */
export function quicken(): void {
  withoutOwnerStacks()
  withPlainStyles()
  withLateErrors()
}

/**
 * React notes for each element in development where in the source it was made, by making an error:
 * it stops after so many in a second. Here it has always made so many. Where a version of React
 * calls that otherwise, tests are slower and still right.
 */
function withoutOwnerStacks(): void {
  const internals: unknown = Reflect.get(
    React,
    '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE'
  )
  if (typeof internals !== 'object' || internals === null) return
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    get: () => Number.POSITIVE_INFINITY,
    set: () => undefined
  })
}

/**
 * To find something by its role, every element above it is asked whether it is shown, and each time
 * all style sheets of the page are gone through, which hide nothing here: the sheets of the page's
 * own are not loaded. What an element has by its kind and by itself is all there is.
 */
function withPlainStyles(): void {
  const whole = window.getComputedStyle.bind(window)
  const byKind = new Map<string, string>()
  const displayOf = (element: HTMLElement): string => {
    const known = byKind.get(element.localName)
    if (known !== undefined) return known
    const bare = document.body.appendChild(document.createElement(element.localName))
    const display = whole(bare).display
    bare.remove()
    byKind.set(element.localName, display)
    return display
  }
  const plain = (element: HTMLElement, name: string): string | undefined => {
    const own = element.style?.getPropertyValue(name)
    if (own) return own
    if (name === 'display') return element.hidden ? 'none' : displayOf(element)
    return name === 'visibility' ? 'visible' : undefined
  }
  window.getComputedStyle = ((element: HTMLElement, pseudo?: string | null) => {
    if (pseudo) return whole(element, pseudo)
    return new Proxy(element.style, {
      get: (_, name) => {
        if (name === 'getPropertyValue')
          return (asked: string) => plain(element, asked) ?? whole(element).getPropertyValue(asked)
        return (
          (typeof name === 'string' ? plain(element, name) : undefined) ??
          Reflect.get(whole(element), name)
        )
      }
    })
  }) as typeof window.getComputedStyle
}

/**
 * Whoever waits for something is told at each look that it is not there, with the whole page in the
 * message, which nobody reads before the last: only then is it written.
 */
function withLateErrors(): void {
  const { getElementError: whole } = getConfig()
  configure({
    getElementError: (message, container) => {
      const error = new Error(message ?? '')
      error.name = 'TestingLibraryElementError'
      const get = (): string => whole(message, container).message
      return Object.defineProperty(error, 'message', { configurable: true, get })
    }
  })
}
