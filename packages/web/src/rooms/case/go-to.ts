/**
 * Brings a part of the reading view to the top and moves the focus there; false when it is not on
 * the page.
 */
export function goTo(id: string): boolean {
  const target = document.getElementById(id)
  if (!target) return false
  // What is folded away is unfolded first.
  for (let around = target.closest('details'); around; ) {
    around.open = true
    around = around.parentElement?.closest('details') ?? null
  }
  if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.tabIndex = -1
  target.scrollIntoView({ block: 'start' })
  target.focus({ preventScroll: true })
  return true
}

/** Milliseconds for which a part of the page is waited for that is not drawn yet. */
const PATIENCE = 10_000

/**
 * The same, and then something there; where that part is not drawn yet, as what is below the first
 * view is a moment later, as soon as it is.
 */
export function goToOnceDrawn(id: string, then: () => void): void {
  if (goTo(id)) {
    then()
    return
  }
  const drawn = new MutationObserver(() => {
    if (!goTo(id)) return
    stop()
    then()
  })
  const timer = setTimeout(() => stop(), PATIENCE)
  const stop = (): void => {
    drawn.disconnect()
    clearTimeout(timer)
  }
  drawn.observe(document.body, { childList: true, subtree: true })
}
