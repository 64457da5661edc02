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
