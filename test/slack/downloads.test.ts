import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebClient } from '@slack/web-api'
import { expect, it, onTestFinished, vi } from 'vitest'
import { spooled } from '../../src/documents/contact-files/spool.js'
import { createLog } from '../../src/logging.js'
import { DownloadBroken, SlackDownloads } from '../../src/slack/downloads.js'

/** A server of this machine; answers its origin. */
const aServer = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const opening = (origin: string) => {
  const log = createLog({ level: 'silent' })
  const downloads = new SlackDownloads(
    new WebClient(),
    { apiUrl: `${origin}/api/`, token: async () => 'xoxb-1' },
    log,
  )
  return (address: string | null) =>
    downloads.open({ id: 'F1', name: 'a.csv', size: 1, userId: 'U1', address }, new AbortController().signal)
}

const textOf = async (bytes: Awaited<ReturnType<ReturnType<typeof opening>>>): Promise<string> => {
  if (typeof bytes === 'string') return bytes
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return Buffer.concat(all).toString()
}

it('the token goes to Slack alone: to no address elsewhere, and not along a redirect', async () => {
  const asked: (string | undefined)[] = []
  const elsewhere = await aServer((request, response) => {
    asked.push(request.headers.authorization)
    response.end('a,b')
  })
  const origin = await aServer((_, response) => response.writeHead(302, { location: elsewhere }).end())
  const open = opening(origin)
  for (const address of [
    null,
    elsewhere,
    `${origin}/files-pri/people.csv`,
    'http://files.slack.com/people.csv',
    'https://files.slack.com.example.org/people.csv',
    'https://slack.com@127.0.0.1/people.csv',
    'https://files.slack.com:8443/people.csv',
    'https://notslack.com/people.csv',
  ])
    expect(await open(address)).toBe('elsewhere')
  expect(asked).toEqual([])
})

it('follows Slack where it leads, with the token, and not for ever', async () => {
  const asked: (string | undefined)[] = []
  const origin = await aServer((request, response) => {
    asked.push(request.headers.authorization)
    if (request.url === '/file') response.end('a,b')
    else response.writeHead(302, { location: request.url === '/round' ? '/round' : '/file' }).end()
  })
  expect(await textOf(await opening(origin)(`${origin}/first`))).toBe('a,b')
  expect(asked).toEqual(['Bearer xoxb-1', 'Bearer xoxb-1'])
  expect(await opening(origin)(`${origin}/round`)).toBe('unreachable')
})

it('a page instead of the file is no file, and neither is half of one', async () => {
  const origin = await aServer((request, response) => {
    if (request.url === '/page')
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<')
    else if (request.url === '/gone') response.writeHead(404).end()
    else {
      response.writeHead(200, { 'content-length': '100' })
      response.write('a,b', () => response.destroy())
    }
  })
  expect(await opening(origin)(`${origin}/page`)).toBe('no-permission')
  expect(await opening(origin)(`${origin}/gone`)).toBe('gone')
  await expect(textOf(await opening(origin)(`${origin}/half`))).rejects.toThrow(DownloadBroken)
})

it('takes its time over a file that the server hastened to be rid of', async () => {
  let gone = Promise.resolve()
  const all = 'a,b\n'.repeat(1_000_000)
  const origin = await aServer((request, response) => {
    gone = new Promise((resolve) => request.socket.once('close', () => resolve()))
    response.writeHead(200, { 'content-length': all.length, connection: 'close' }).end(all)
  })
  const bytes = await opening(origin)(`${origin}/file`)
  if (typeof bytes === 'string') throw new Error(bytes)
  let taken = 0
  for await (const piece of spooled(bytes, all.length)) {
    taken += piece.length
    await gone
  }
  expect(taken).toBe(all.length)
})

it('fetches no more of a file than is read, and leaves nothing of it behind', async () => {
  const origin = await aServer((_, response) => response.end('x'.repeat(5_000_000)))
  const folder = await mkdtemp(join(tmpdir(), 'personable-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const bytes = await opening(origin)(`${origin}/file`)
  if (typeof bytes === 'string') throw new Error(bytes)
  let taken = 0
  for await (const piece of spooled(bytes, 100_000)) taken += piece.length
  expect(taken).toBeGreaterThan(100_000)
  expect(taken).toBeLessThan(1_000_000)
  expect(await readdir(folder)).toEqual([])
})
