import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPage } from './support/browser.js'
import { startPractice } from './support/practice.js'

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message #customers' })
const messages = (page: Page) => page.getByRole('log', { name: 'Messages' })
const saying = (page: Page, text: string | RegExp) =>
  messages(page).getByRole('article').filter({ hasText: text }).last()

/** `/person import` in #customers, with a sample in its form. */
const handsIn = async (page: Page, sample: string): Promise<void> => {
  await page.getByRole('button', { name: 'customers' }).first().click()
  await composer(page).fill('/person import')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Import people' })
  await form.getByRole('button', { name: 'Try a sample file' }).click()
  await form.getByRole('menuitem', { name: sample, exact: true }).click()
  await form.getByText(sample, { exact: true }).last().waitFor()
  await form.getByRole('button', { name: 'Read it' }).click()
  await form.waitFor({ state: 'detached' })
}

/** In the DM with the bot: what is in the file, then *Import*. Answers what was shown before. */
const imports = async (page: Page, headline: RegExp, done: RegExp): Promise<string> => {
  await page.getByRole('button', { name: 'Personable' }).first().click()
  const preview = saying(page, headline)
  await preview.waitFor()
  const shown = await preview.innerText()
  await preview.getByRole('button', { name: 'Import', exact: true }).click()
  await saying(page, done).waitFor()
  return shown
}

it('imports a sample, the same people a month later, and the new role is told in the morning', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  await handsIn(page, 'linkedin-connections.csv')
  const first = await imports(
    page,
    /Import \d+ people from linkedin-connections.csv\?/,
    /connections.csv is in: /,
  )
  expect(first).toContain('Nothing is written down yet')

  await handsIn(page, 'linkedin-connections-a-month-later.csv')
  const second = await imports(
    page,
    /from linkedin-connections-a-month-later.csv\?/,
    /month-later.csv is in: /,
  )
  expect(second).toContain('Liz Moreau: Stage Manager at Harbour Opera')

  await page.getByRole('button', { name: 'customers' }).first().click()
  await page.getByRole('button', { name: /next working morning/i }).click()
  await saying(page, 'Harbour Opera').waitFor({ timeout: 30_000 })
})

const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Maria Lopez\r\nN:Lopez;Maria;;;\r\nORG:Globex\r\nEND:VCARD\r\n'

it('offers a file that is dropped in the DM with the bot', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  await page.getByRole('button', { name: 'Personable' }).first().click()
  await page.getByRole('textbox', { name: 'Message Personable' }).waitFor()
  await page.getByLabel('A file to drop here').setInputFiles({
    name: 'one.vcf',
    mimeType: 'text/vcard',
    buffer: Buffer.from(card),
  })
  const preview = saying(page, 'Import one person from one.vcf?')
  await preview.waitFor()
  await preview.getByRole('button', { name: 'Leave it' }).click()
  await saying(page, 'one.vcf was not imported').waitFor()
})
