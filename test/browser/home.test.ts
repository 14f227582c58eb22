import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPage } from './support/browser.js'
import { startPractice } from './support/practice.js'
import { axeFaults, unreadableTexts } from './support/reading.js'

const types = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Message #customers' }).fill(text)
  await page.keyboard.press('Enter')
}
/** Beneath an open dialog nothing can be reached. */
const closes = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
const goesTo = (page: Page, place: string) =>
  page.getByRole('navigation').getByRole('button', { name: place, exact: true }).click()

it('shows a Home that works: a card, a promise kept, a search', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  await types(page, '/person promise frank by friday: send the sample')
  await page.getByText('You promised').waitFor()
  await goesTo(page, 'Personable')
  await page.getByRole('tab', { name: 'Home' }).click()
  const home = page.getByRole('region', { name: /Home of/ })
  await home.getByText('send the sample').waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await unreadableTexts(page)).toEqual([])

  await home.getByRole('button', { name: 'Card' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Going on for them').waitFor()
  await closes(page)
  // The soonest stands first.
  await home.getByText('to draw Dolores').waitFor()
  await home.getByRole('button', { name: 'Kept' }).first().click()
  await dialog.getByText('is kept').waitFor()
  await closes(page)
  await home.getByText('to draw Dolores').waitFor({ state: 'detached' })
  await home.getByText('send the sample').waitFor()

  const field = home.getByLabel('Look for somebody, or for what was said')
  await field.fill('beehives')
  await field.press('Enter')
  await dialog.getByText('Susan Whitfield').waitFor()
})

it('logs a conversation from a message, and looks people up from anywhere', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  await types(page, 'Frank Ortiz called: the lease ends in March')
  const said = page.getByRole('log', { name: 'Messages' }).getByRole('article').last()
  await said.getByText('the lease ends in March').waitFor()
  await said.hover()
  await said.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Log a conversation' }).click()
  const form = page.getByRole('dialog', { name: 'Log a conversation' })
  await form.getByRole('button', { name: /Take Frank Ortiz/ }).waitFor()
  await form.getByRole('combobox').first().pressSequentially('su')
  await form.getByRole('option', { name: /Susan Whitfield/ }).click()
  await form.getByRole('button', { name: 'Write it down' }).click()
  await page.getByRole('dialog').getByText('takes it back for all of them').waitFor()
  await closes(page)

  await page.getByRole('button', { name: 'Shortcuts' }).click()
  await page.getByRole('menuitem', { name: 'Look up a person' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').pressSequentially('acme')
  await dialog.getByRole('option', { name: /Frank Ortiz/ }).click()
  await dialog.getByText('You called them today').waitFor()
  expect(await axeFaults(page)).toEqual([])
})
