import { expect, it } from 'vitest'
import { servePage } from '../../../src/practice/page/serve-page.js'
import type { Scene } from '../../../src/practice/page/wire.js'
import { withScope } from '../support/manifest.js'
import { closeAfterEach, openSlack } from '../support/open-slack.js'
import { upload } from '../support/upload.js'

closeAfterEach()

it('a file of the bot is a link for those who see it: a page is opened and may do nothing, another file is saved', async () => {
  const slack = await openSlack({ manifest: withScope('files:write') })
  const [ana, ben] = [slack.people.add({ name: 'ana' }).id, slack.people.add({ name: 'ben' }).id]
  servePage(slack, { clock: { now: () => new Date(), moveTo: async () => {} } })
  const direct = slack.places.dm(ana).id
  await upload(slack, direct, 'fränk.html', '<h1>Frank</h1>')
  await upload(slack, direct, 'frank.json', '{}')
  const answer = await fetch(`${slack.origin}/page/scene?user=${ana}&channel=${direct}`)
  const { messages } = (await answer.json()) as Scene
  const files = messages.flatMap((message) => message.files ?? [])
  expect(files.map(({ name }) => name)).toEqual(['fränk.html', 'frank.json'])
  const [page, json] = await Promise.all(files.map(({ address }) => fetch(`${slack.origin}${address}`)))
  expect(await page?.text()).toBe('<h1>Frank</h1>')
  expect(page?.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page?.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  expect(json?.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''frank.json")
  for (const { id } of files) {
    const others = await fetch(`${slack.origin}/page/file?${new URLSearchParams({ user: ben, id })}`)
    expect(others.status).toBe(404)
  }
})
