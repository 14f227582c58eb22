import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { openPage } from '../support/browser.js'
import { startPractice } from '../support/practice.js'

const wide = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5 }
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }

/** Those that README and docs show; the others are only looked at: `PICTURES=all` keeps them too. */
const shown = [
  'nudge-light',
  'nudge-dark',
  'card-light',
  'answer-dark',
  'behind-light',
  'phone-light',
  'phone-clock-dark',
]

const take = async (page: Page, name: string): Promise<void> => {
  if (!shown.includes(name) && process.env.PICTURES !== 'all') return
  const path = fileURLToPath(new URL(`../../../docs/pictures/${name}.png`, import.meta.url))
  // Nothing blinks, and nothing is lit up by a pointer that nobody sees.
  await page.mouse.move(0, 0)
  await page.screenshot({ path, caret: 'hide', animations: 'disabled' })
}

const box = (page: Page) => page.getByRole('textbox', { name: /^Message / })

const types = async (page: Page, text: string, shown: string): Promise<void> => {
  await box(page).fill(text)
  await page.keyboard.press('Enter')
  await page.getByRole('log', { name: 'Messages' }).getByText(shown).last().waitFor()
  await page.getByText('Thinking…').waitFor({ state: 'detached' })
}

const meetsFrank = (page: Page): Promise<void> => types(page, '/person frank', 'Worth asking')

const nudge = 'People who would be glad to hear from you'

/** Frank is spoken of, and the next morning he comes up. */
const comesToTheNudge = async (page: Page): Promise<void> => {
  await types(page, '/person heard frank my daughter got the room with the view', 'the room with the view')
  const morning = page.getByRole('button', { name: 'Next working morning' }).last()
  await morning.click()
  await page.getByText(nudge).waitFor()
  await page.getByRole('button', { name: 'I reached out' }).waitFor()
  await page.getByText('Thinking…').waitFor({ state: 'detached' })
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it('takes the wide pictures', async () => {
    const { address } = await startPractice()
    const page = await openPage(`${address}/?in=customers`, { ...wide, colorScheme })
    // In the DM, so that the channel below shows the nudge and what led to it.
    await page.getByRole('navigation').getByRole('button', { name: 'Personable' }).click()
    await page.getByRole('heading', { name: 'Personable', exact: true }).waitFor()
    await meetsFrank(page)
    await take(page, `card-${colorScheme}`)
    await page.getByRole('navigation').getByRole('button', { name: 'customers' }).click()
    await page.getByRole('heading', { name: 'customers', exact: true }).waitFor()
    await comesToTheNudge(page)
    await page
      .getByRole('region', { name: 'What Personable thinks of next' })
      .getByText('John Okafor')
      .waitFor()
    await page.getByRole('listitem').filter({ hasText: 'Press “I reached out”' }).waitFor()
    await take(page, `nudge-${colorScheme}`)
    await page.getByRole('button', { name: 'I reached out' }).click()
    await page.getByRole('button', { name: 'Put it in' }).click()
    await take(page, `answer-${colorScheme}`)
    await page.getByRole('button', { name: 'Write it down' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Behind the scenes' }).click()
    await page.getByText('view_submission').first().waitFor()
    await take(page, `behind-${colorScheme}`)
  })

  it('takes the pictures on a phone', async () => {
    const { address } = await startPractice()
    const page = await openPage(`${address}/?in=customers`, { ...phone, colorScheme })
    await take(page, `phone-first-${colorScheme}`)
    await types(page, '/person frank', 'Worth asking')
    await comesToTheNudge(page)
    await page.getByText('4/4 Answer the nudge').waitFor()
    await take(page, `phone-${colorScheme}`)
    await page.getByRole('button', { name: /The clock/ }).click()
    await page.getByText('John Okafor').waitFor()
    await take(page, `phone-clock-${colorScheme}`)
  })
})
