import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { mayRead } from '../../src/watch/may-read.js'

const from = (remoteAddress: string, headers: IncomingMessage['headers'] = {}) => {
  const host = 'localhost:3000'
  return { headers: { host, ...headers }, socket: { remoteAddress } } as IncomingMessage
}

describe('Who may read the metrics', () => {
  it('is whoever brings the token, from anywhere', () => {
    const token = 'a-token-of-16-letters'
    const with_ = (authorization: string) => mayRead(token, from('203.0.113.5', { authorization }))
    expect(with_('Bearer a-token-of-16-letters')).toBe(true)
    expect(with_('Bearer a-token-of-16-letterz')).toBe(false)
    expect(with_('a-token-of-16-letters')).toBe(false)
    expect(mayRead(token, from('127.0.0.1'))).toBe(false)
  })

  it('is this machine alone without one', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect(mayRead(null, from(address))).toBe(true)
    for (const address of ['10.0.0.7', '192.168.1.2', '203.0.113.5', '1271.0.0.1', ''])
      expect(mayRead(null, from(address))).toBe(false)
  })

  it('is not a stranger behind a proxy on this machine, nor a page in a browser here', () => {
    expect(mayRead(null, from('127.0.0.1', { 'x-forwarded-for': '203.0.113.5' }))).toBe(false)
    expect(mayRead(null, from('127.0.0.1', { host: 'evil.example' }))).toBe(false)
  })
})
