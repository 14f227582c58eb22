import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPage } from './support/browser.js'
import { startPractice } from './support/practice.js'

const box = (page: Page, place = '#customers') => page.getByRole('textbox', { name: `Message ${place}` })
const messages = (page: Page) => page.getByRole('log', { name: 'Messages' })

const focused = (page: Page) => page.locator(':focus')
const isFocused = async (what: Locator) => (await what.and(what.page().locator(':focus')).count()) === 1

const types = async (page: Page, text: string): Promise<void> => {
  await box(page).fill(text)
  await page.keyboard.press('Enter')
}

const becomes = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('button', { name: /You are/ }).click()
  await page.getByRole('group', { name: 'Be somebody else' }).getByRole('button', { name }).click()
  await page
    .getByRole('button', { name: /You are/ })
    .filter({ hasText: name })
    .waitFor()
}

it('completes verbs and the names that one knows', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  await box(page).pressSequentially('/per')
  await page.getByRole('option', { name: '/person What' }).waitFor()
  await page.keyboard.press('Tab')
  await box(page).pressSequentially('hea')
  await page.getByRole('option', { name: /heard/ }).waitFor()
  await page.keyboard.press('Tab')
  await box(page).pressSequentially('fra')
  await page.getByRole('option', { name: /Frank Ortiz/ }).waitFor()
  await page.keyboard.press('Tab')
  expect(await box(page).inputValue()).toBe('/person heard Frank Ortiz ')

  // Lily lives in a private channel: Ana knows her, Ben does not.
  await box(page).fill('')
  await box(page).pressSequentially('/person lil')
  await page.getByRole('option', { name: /Lily Tanaka/ }).waitFor()
  await becomes(page, /Ben Adeyemi/)
  await box(page).pressSequentially('/person jo')
  await page.getByRole('option', { name: /John Okafor/ }).waitFor()
  await box(page).fill('')
  await box(page).pressSequentially('/person li')
  await page.getByRole('option', { name: /Liz Moreau/ }).waitFor()
  expect(await page.getByRole('option', { name: /Lily/ }).count()).toBe(0)
})

it('asks which of two Franks is meant', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  await types(page, '/person add Frank Miller, roaster at Beanfield Coffee')
  await messages(page).getByText('Frank Miller').first().waitFor()
  await types(page, '/person note frank sings while he grinds')
  const pick = messages(page).getByRole('article').filter({ hasText: 'Frank Ortiz' }).last()
  await pick.getByRole('button', { name: /Miller/ }).click()
  await messages(page).getByText('sings while he grinds').last().waitFor()
  await types(page, '/person frank miller')
  await messages(page)
    .getByRole('article')
    .filter({ hasText: 'Frank Miller · roaster at Beanfield Coffee' })
    .filter({ hasText: 'sings while he grinds' })
    .last()
    .waitFor()
})

it('logs a call by a reaction, with what it means said in the picker', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  const said = messages(page).getByRole('article').filter({ hasText: 'Long call with Susan Whitfield' })
  await said.hover()
  await said.getByRole('button', { name: 'Add a reaction' }).last().click()
  await said.getByRole('button', { name: /I called them/ }).click()
  await said.getByRole('button', { name: /telephone receiver 1/ }).waitFor()
  await messages(page)
    .getByRole('article', { name: /only visible to you/ })
    .getByText('Susan')
    .first()
    .waitFor()
  await said.getByRole('button', { name: /telephone receiver 1/ }).click()
  await said.getByRole('button', { name: /telephone receiver 1/ }).waitFor({ state: 'detached' })
})

it('shows a guest and an outsider what they see, and tells them nothing', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  await page
    .getByRole('region', { name: 'What Personable thinks of next' })
    .getByText('Frank Ortiz')
    .waitFor()
  await becomes(page, /Gus Lindqvist/)
  const places = page.getByRole('navigation', { name: 'Places and people' })
  await places.getByRole('button', { name: 'customers' }).waitFor({ state: 'detached' })
  expect(await page.getByText('Frank Ortiz').count()).toBe(0)
  await box(page, '#general').fill('/person frank')
  await page.keyboard.press('Enter')
  const answer = messages(page)
    .getByRole('article', { name: /only visible to you/ })
    .last()
  await answer.waitFor()
  expect(await answer.innerText()).not.toMatch(/Ortiz|Ohio/)

  await becomes(page, /Priya Nair/)
  await places.getByRole('button', { name: 'acme-and-us' }).waitFor()
  await places.getByRole('button', { name: 'general' }).waitFor({ state: 'detached' })
  expect(await places.getByRole('listitem').allInnerTexts()).toEqual(['acme-and-us'])
  await box(page, '#acme-and-us').fill('/person frank')
  await page.keyboard.press('Enter')
  await messages(page).getByText('/person is not a valid command.').waitFor()
})

it('lets two people in two tabs see each other at once, and a reload lose nothing', async () => {
  const { address } = await startPractice()
  const ana = await openPage(`${address}/?as=ana&in=customers`)
  const ben = await openPage(`${address}/?as=ben&in=customers`)
  await types(ana, 'Is anybody here?')
  await messages(ben).getByText('Is anybody here?').waitFor()
  await types(ben, 'I am!')
  await messages(ana).getByText('I am!').waitFor()
  await types(ana, '/person frank')
  await messages(ana).getByText('Worth asking').waitFor()
  // An answer is for the asker alone.
  expect(await messages(ben).getByText('Worth asking').count()).toBe(0)
  await box(ana).fill('half a thought')
  await ana.reload()
  await messages(ana).getByText('Worth asking').waitFor()
  expect(await box(ana).inputValue()).toBe('half a thought')
})

it('stays at the newest message, unless one has scrolled up to read', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`, { viewport: { width: 360, height: 640 } })
  for (const line of ['one', 'two', 'three', 'four', 'five', 'six']) {
    await types(page, `line ${line}`)
    await page.getByText(`line ${line}`).waitFor()
  }
  await expect(page.getByText('line six').isVisible()).resolves.toBe(true)
  const fromEnd = () =>
    page.evaluate<number>(
      `(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.querySelector('[role=log]'))`,
    )
  await expect.poll(fromEnd).toBeLessThan(3)
  await messages(page).hover()
  await page.mouse.wheel(0, -300)
  await expect.poll(fromEnd).toBeGreaterThan(100)
  await types(await openPage(`${address}/?as=ben&in=customers`), 'line seven')
  await page.getByText('line seven').waitFor()
  expect(await fromEnd()).toBeGreaterThan(100)
})

it('keeps what is half filled in in a form through a reload', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  await types(page, '/person frank')
  await messages(page).getByRole('button', { name: 'Talked' }).click()
  const field = page.getByRole('dialog').getByRole('textbox').first()
  const kept = page.waitForResponse((response) =>
    (response.request().postData() ?? '').includes('"value":"he laughed'),
  )
  await field.fill('he laughed a lot')
  await kept
  await page.reload()
  await expect
    .poll(() => page.getByRole('dialog').getByRole('textbox').first().inputValue())
    .toBe('he laughed a lot')
})

it('can be used by keyboard alone', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  const press = (key: string) => page.keyboard.press(key)
  await press('Tab')
  expect(await focused(page).innerText()).toBe('Skip to the message box')
  await press('Enter')
  await expect.poll(() => isFocused(box(page))).toBe(true)
  await page.keyboard.type('/person frank')
  await press('Escape')
  await press('Enter')
  const more = messages(page).getByRole('button', { name: 'Talked' })
  await more.waitFor()
  for (let step = 0; step < 12; step++) {
    await press('Shift+Tab')
    if (await isFocused(more)) break
  }
  expect(await isFocused(more)).toBe(true)
  await press('Enter')
  const form = page.getByRole('dialog')
  await form.waitFor()
  // The focus is in the form, stays there, and comes back to the button when the form is closed.
  expect(await form.locator(':focus').count()).toBe(1)
  await press('Escape')
  await form.waitFor({ state: 'hidden' })
  await expect.poll(() => isFocused(more)).toBe(true)
})
