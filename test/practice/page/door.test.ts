import { request } from 'node:http'
import { expect, it } from 'vitest'
import { closeAfterEach } from '../support/open-slack.js'
import { openPage } from './support.js'

closeAfterEach()

const statusOf = (address: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve) => {
    request(address, { headers }, ({ statusCode }) => resolve(statusCode)).end()
  })

it('does not answer a name from elsewhere, nor what another site can send', async () => {
  const { slack } = await openPage()
  const form = await fetch(`${slack.origin}/page/deed`, { method: 'POST', body: 'do=home' })
  expect(form.status).toBe(404)
  expect(await statusOf(`${slack.origin}/page/scene`, { host: 'evil.example' })).toBe(403)
  expect(await statusOf(`${slack.origin}/page/scene`, { origin: 'http://evil.example' })).toBe(403)
  expect(await statusOf(`${slack.origin}/page/scene`, { origin: slack.origin })).toBe(200)
})

it('serves files of the page alone, and lets it fetch from nowhere else', async () => {
  const { slack } = await openPage()
  expect(await statusOf(`${slack.origin}/..%2f..%2fmain.js`, {})).toBe(404)
  expect(await statusOf(`${slack.origin}/assets/../../serve-page.js`, {})).toBe(404)
  const { headers } = await fetch(`${slack.origin}/page/scene`)
  expect(headers.get('content-security-policy')).toContain("default-src 'self'")
})

it('tells of changes as they happen', async () => {
  const { slack, sales, act } = await openPage()
  const response = await fetch(`${slack.origin}/page/changes`)
  const reader = response.body?.getReader()
  const next = async () => new TextDecoder().decode((await reader?.read())?.value)
  expect(await next()).toContain('data: here')
  await act({ do: 'type', channel: sales.id, text: 'hello' })
  expect(await next()).toContain('data: changed')
  await reader?.cancel()
})
