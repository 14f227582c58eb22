import type { Page } from 'playwright-core'
import { it } from 'vitest'
import { openPage } from '../support/browser.js'
import { take } from '../support/camera.js'
import { startPractice } from '../support/practice.js'

/** Narrow enough to be read in a page of docs, and high enough for all of it. */
const tall = { viewport: { width: 1000, height: 1100 }, deviceScaleFactor: 1.5 }

const messages = (page: Page) => page.getByRole('log', { name: 'Messages' })

const types = async (page: Page, text: string, shown: string): Promise<void> => {
  await page.getByRole('textbox', { name: /^Message / }).fill(text)
  await page.keyboard.press('Enter')
  await messages(page).getByText(shown).last().waitFor()
}

it('takes the warm ways in to somebody', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=Personable`, tall)
  await page.getByRole('heading', { name: 'Personable', exact: true }).waitFor()
  await types(page, '/person note frank plays chess with his son', 'plays chess with his son')
  await types(page, '/person note john plays chess on Sundays, and lets nobody win', 'lets nobody win')
  await types(page, '/person frank', 'Worth asking')
  const card = messages(page).getByRole('article').filter({ hasText: 'Worth asking' }).last()
  // The first: each message has another one, for what can be done with it.
  await card.getByRole('button', { name: 'More', exact: true }).first().click()
  await messages(page).getByRole('button', { name: 'Warm ways in', exact: true }).last().click()
  await messages(page).getByText('the warmest first').waitFor()
  await take(page, 'warm-ways-light', messages(page).getByRole('article').last())
})
