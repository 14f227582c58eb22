import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { smallPng } from './small-png.js'

export const wide = { viewport: { width: 1360, height: 850 }, deviceScaleFactor: 1.5 }
export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
}

/** Those that README and docs show; the others are only looked at: `PICTURES=all` keeps them too. */
const shown = new Set([
  'nudge-light',
  'nudge-dark',
  'card-light',
  'card-dark',
  'home-light',
  'home-dark',
  'company-light',
  'warm-ways-light',
  'sketch-review-light',
  'words-light',
  'minded-light',
  'week-heard-light',
  'mirror-light',
  'talked-light',
  'promise-light',
  'log-conversation-light',
  'look-up-light',
  'settings-light',
  'workflow-step-light',
  'behind-light',
  'phone-light',
  'phone-clock-dark',
])

/** A picture of the whole page, or of one thing on it with so many pixels around it. */
export const take = async (page: Page, name: string, thing?: Locator, margin = 0): Promise<void> => {
  if (!shown.has(name) && process.env.PICTURES !== 'all') return
  // Nothing blinks, and nothing is lit up by a pointer that nobody sees.
  await page.mouse.move(0, 0)
  const box = thing === undefined ? null : await thing.boundingBox()
  const clip = box && {
    x: Math.max(0, box.x - margin),
    y: Math.max(0, box.y - margin),
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  }
  const png = await page.screenshot({ caret: 'hide', animations: 'disabled', ...(clip && { clip }) })
  const path = fileURLToPath(new URL(`../../../docs/pictures/${name}.png`, import.meta.url))
  writeFileSync(path, smallPng(png))
}
