import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * Runs in the page: texts that are cut, lie outside the window, or lie over one another. Text that is scrolled out of
 * sight is no fault, nor is what lies beneath a panel that was opened over it.
 */
const unreadable = `(() => {
  const faults = []
  const seen = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim()
    const parent = node.parentElement
    if (!text || ['SCRIPT', 'STYLE', 'OPTION'].includes(parent.tagName)) continue
    if (parent.closest('.visually-hidden, .skip, [aria-hidden=true]')) continue
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    let box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    for (let up = parent; up; up = up.parentElement) {
      const style = getComputedStyle(up)
      if (style.overflowY !== 'visible' || style.overflowX !== 'visible') {
        const edge = up.getBoundingClientRect()
        box = { left: Math.max(box.left, edge.left), top: Math.max(box.top, edge.top), right: Math.min(box.right, edge.right), bottom: Math.min(box.bottom, edge.bottom) }
      }
    }
    const panel = parent.closest('.behind, .who-list, .desk, .thread, .sidebar, .channel')
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.bottom <= box.top + 1 || rect.top >= box.bottom - 1) continue
      if (rect.left < box.left - 1 || rect.right > box.right + 1)
        faults.push('cut at the side: ' + text.slice(0, 60))
      const inside = { left: rect.left, top: Math.max(rect.top, box.top), right: rect.right, bottom: Math.min(rect.bottom, box.bottom) }
      const at = document.elementFromPoint((inside.left + inside.right) / 2, (inside.top + inside.bottom) / 2)
      if (!at || !(at === parent || parent.contains(at) || at.contains(parent))) continue
      for (const other of seen) {
        const width = Math.min(inside.right, other.right) - Math.max(inside.left, other.left)
        const height = Math.min(inside.bottom, other.bottom) - Math.max(inside.top, other.top)
        if (width > 2 && height > 5 && other.node !== node && other.panel === panel) faults.push('overlaps: ' + text.slice(0, 40) + ' / ' + other.text.slice(0, 40))
      }
      seen.push({ ...inside, text, node, panel })
    }
  }
  if (document.documentElement.scrollWidth > innerWidth + 1) faults.push('the page is wider than the window')
  return [...new Set(faults)]
})()`

export const unreadableTexts = (page: Page): Promise<string[]> => page.evaluate<string[]>(unreadable)

/** What axe finds, a line each: the rule, and the element. */
export const axeFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  return page.evaluate<
    string[]
  >(`axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => id + ': ' + node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? ''))))`)
}
