import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { openPage } from '../support/browser.js'
import { phone, take, wide } from '../support/camera.js'
import { startPractice } from '../support/practice.js'

const box = (page: Page) => page.getByRole('textbox', { name: /^Message / })
const messages = (page: Page) => page.getByRole('log', { name: 'Messages' })
const goesTo = (page: Page, place: string) =>
  page.getByRole('navigation').getByRole('button', { name: place, exact: true }).click()

const settles = (page: Page) => page.getByText('Thinking…').waitFor({ state: 'detached' })

const types = async (page: Page, text: string, shown: string): Promise<void> => {
  await box(page).fill(text)
  await page.keyboard.press('Enter')
  await messages(page).getByText(shown).last().waitFor()
  await settles(page)
}

const closes = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** Frank is spoken of, and the next morning he comes up. */
const comesToTheNudge = async (page: Page): Promise<void> => {
  await types(page, '/person heard frank my daughter got the room with the view', 'the room with the view')
  await sleepsOnIt(page)
}

const sleepsOnIt = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Next working morning' }).last().click()
  await page.getByRole('button', { name: 'I reached out' }).waitFor()
  await settles(page)
}

const looksAhead = (page: Page) =>
  page.getByRole('region', { name: 'What Personable thinks of next' }).getByText('John Okafor').waitFor()

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it('takes the card, the nudge, and what goes on behind', async () => {
    const { address } = await startPractice()
    const page = await openPage(`${address}/?in=customers`, { ...wide, colorScheme })
    // In the DM, so that the channel below shows the nudge and what led to it.
    await goesTo(page, 'Personable')
    await page.getByRole('heading', { name: 'Personable', exact: true }).waitFor()
    await types(page, '/person frank', 'Worth asking')
    await take(page, `card-${colorScheme}`, messages(page).getByRole('article').last())
    await types(page, '/person at acme', 'Offstage')
    await take(page, `company-${colorScheme}`, messages(page).getByRole('article').last())
    await goesTo(page, 'customers')
    await page.getByRole('heading', { name: 'customers', exact: true }).waitFor()
    await comesToTheNudge(page)
    await looksAhead(page)
    await page.getByRole('listitem').filter({ hasText: 'Press “I reached out”' }).waitFor()
    await take(page, `nudge-${colorScheme}`)
    await page.getByRole('button', { name: 'I reached out' }).click()
    await page.getByRole('button', { name: 'Put it in' }).click()
    await page.getByRole('button', { name: 'Write it down' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Behind the scenes' }).click()
    await page.getByText('view_submission').first().waitFor()
    await take(page, `behind-${colorScheme}`)
  })

  it('takes Home and the forms', async () => {
    const { address } = await startPractice()
    const page = await openPage(`${address}/?in=customers`, { ...wide, colorScheme })
    const dialog = page.getByRole('dialog')
    const takeForm = (name: string) => take(page, `${name}-${colorScheme}`, dialog, 16)
    await page.getByRole('button', { name: 'Skip it' }).click()
    await types(page, '/person frank', 'Worth asking')
    await messages(page).getByRole('button', { name: 'Talked' }).last().click()
    await dialog
      .getByRole('textbox')
      .first()
      .fill('He loves the view. "It is mostly a car park, but it is her car park."')
    await takeForm('talked')
    await closes(page)
    await messages(page).getByRole('button', { name: 'Promise' }).last().click()
    await dialog.getByRole('textbox').first().fill('a cable long enough for Dolores')
    await takeForm('promise')
    await closes(page)

    const said = messages(page).getByRole('article').filter({ hasText: 'Long call with Susan' })
    await said.hover()
    await said.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Log a conversation' }).click()
    await dialog.getByRole('button', { name: /Take Susan Whitfield/ }).waitFor()
    await takeForm('log-conversation')
    await closes(page)

    await page.getByRole('button', { name: 'Shortcuts' }).click()
    await page.getByRole('menuitem', { name: 'Look up a person' }).click()
    await dialog.getByRole('combobox').pressSequentially('lib')
    await dialog.getByRole('option', { name: /John Okafor/ }).click()
    await dialog.getByText('Worth asking').waitFor()
    await takeForm('look-up')
    await closes(page)

    await box(page).fill('/person settings')
    await page.keyboard.press('Enter')
    await dialog.getByText('Working days').waitFor()
    await takeForm('settings')
    await closes(page)

    await sleepsOnIt(page)
    await looksAhead(page)
    await goesTo(page, 'Personable')
    await page.getByRole('tab', { name: 'Home' }).click()
    await page
      .getByRole('region', { name: /Home of/ })
      .getByText('to draw Dolores')
      .waitFor()
    await settles(page)
    await take(page, `home-${colorScheme}`)
  })

  it('takes the pictures on a phone', async () => {
    const { address } = await startPractice()
    const page = await openPage(`${address}/?in=customers`, { ...phone, colorScheme })
    await take(page, `phone-first-${colorScheme}`)
    await types(page, '/person frank', 'Worth asking')
    await comesToTheNudge(page)
    await page.getByText('4/5 Answer the nudge').waitFor()
    await take(page, `phone-${colorScheme}`)
    await page.getByRole('button', { name: /The clock/ }).click()
    await page.getByText('John Okafor').waitFor()
    await take(page, `phone-clock-${colorScheme}`)
  })
})
