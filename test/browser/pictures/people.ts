import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPage } from '../support/browser.js'
import { phone } from '../support/camera.js'
import { startPractice } from '../support/practice.js'
import { smallPng } from '../support/small-png.js'

const messages = (page: Page) => page.getByRole('log', { name: 'Messages' })

const types = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: /^Message / }).fill(text)
  await page.keyboard.press('Enter')
}
const presses = (page: Page, label: string) =>
  messages(page).getByRole('button', { name: label, exact: true }).last().click()

/** Keeps the picture that was handed over last as it is: what the practice Slack shows is the file itself. */
const keeps = async (page: Page, name: string, about: RegExp): Promise<void> => {
  const picture = messages(page).getByRole('img', { name: about }).last()
  await picture.waitFor()
  const address = new URL((await picture.getAttribute('src')) ?? '', page.url())
  const png = await (await page.request.get(address.href)).body()
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  const path = fileURLToPath(new URL(`../../../docs/pictures/${name}.png`, import.meta.url))
  writeFileSync(path, smallPng(png))
}

it('takes the pictures that the bot draws', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=Personable`, phone)
  await page.getByRole('heading', { name: 'Personable', exact: true }).waitFor()
  await types(page, '/person at acme')
  await presses(page, 'As a picture')
  await keeps(page, 'drawn-people', /^The people at Acme Lighting/)
  await types(page, '/person frank')
  const card = messages(page).getByRole('article').filter({ hasText: 'Worth asking' }).last()
  // The first: each message has another one, for what can be done with it.
  await card.getByRole('button', { name: 'More', exact: true }).first().click()
  await presses(page, 'A year as a picture')
  await keeps(page, 'drawn-year', /^A year of Frank Ortiz/)
})
