import { describe, expect, it } from 'vitest'
import { closeAfterEach } from '../practice/support/open-slack.js'
import { openPage } from './support/browser.js'
import { openCrowd } from './support/crowd.js'
import { axeFaults, unreadableTexts } from './support/reading.js'

closeAfterEach()

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
]

describe.each(sizes)('at $width pixels, with a hundred people', (viewport) => {
  it.each(['light', 'dark'] as const)('can all be read, %s', async (colorScheme) => {
    const slack = await openCrowd()
    const page = await openPage(`${slack.origin}/?in=hall`, { viewport, colorScheme })
    await page.getByText('Small print').waitFor()
    expect(await unreadableTexts(page)).toEqual([])
    expect(await axeFaults(page)).toEqual([])
    await page.getByText('שלום לכולם').first().scrollIntoViewIfNeeded()
    expect(await unreadableTexts(page)).toEqual([])

    if (viewport.width < 768) await page.getByRole('button', { name: 'Places and people' }).click()
    await page.getByRole('button', { name: /You are/ }).click()
    await page.getByRole('group', { name: 'Be somebody else' }).waitFor()
    expect(await unreadableTexts(page)).toEqual([])
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Behind the scenes' }).click()
    await page.getByRole('tab', { name: 'Make trouble' }).click()
    expect(await unreadableTexts(page)).toEqual([])
    expect(await axeFaults(page)).toEqual([])
  })
})

it('shows where the focus is, wherever it goes', async () => {
  const slack = await openCrowd()
  const page = await openPage(`${slack.origin}/?in=hall`, { viewport: { width: 1440, height: 900 } })
  await page.getByText('Small print').waitFor()
  const blind: string[] = []
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate<{ name: string; isShown: boolean }>(`(() => {
      const at = document.activeElement
      const style = getComputedStyle(at)
      const frame = at.closest('.composer-box')
      const isShown = style.outlineStyle !== 'none' || (frame !== null && getComputedStyle(frame).boxShadow !== 'none')
      return { name: at.tagName + ' ' + (at.getAttribute('aria-label') ?? at.textContent).slice(0, 40), isShown }
    })()`)
    if (!focus.isShown) blind.push(focus.name)
  }
  expect(blind).toEqual([])
})
