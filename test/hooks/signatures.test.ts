import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hubspotSignature, judge, ourSignature } from '../../src/hooks/signatures.js'

const secret = 'a-secret-of-the-team'
const at = 1_795_000_000
const body = Buffer.from('{"email":"frank@acme.example","title":"VP Operations","source":"zapier"}')
const right = ourSignature(secret, String(at), body)

describe('who may speak', () => {
  test('ours is what Slack would make of it', () => {
    const made = createHmac('sha256', secret).update(`v1:${at}:${body}`).digest('hex')
    expect(right).toBe(`v1=${made}`)
  })

  test('a signature lasts five minutes to the second, in both directions', () => {
    const after = (seconds: number) => judge(right, right, at * 1000, (at + seconds) * 1000)
    expect([300, 301, -300, -301].map(after)).toEqual(['good', 'stale', 'good', 'stale'])
    expect(judge(right, right, Number.NaN, at * 1000)).toBe('stale')
  })

  test('a body, a time stamp or a secret that differs in one place is forged', () => {
    const one = fc.nat({ max: body.length - 1 })
    fc.assert(
      fc.property(one, fc.integer({ min: 1, max: 255 }), (nth, by) => {
        const other = Buffer.from(body)
        other[nth] = ((other[nth] ?? 0) + by) % 256
        expect(judge(right, ourSignature(secret, String(at), other), at * 1000, at * 1000)).toBe('forged')
      }),
    )
    expect(judge(right, ourSignature(secret, String(at + 1), body), at * 1000, at * 1000)).toBe('forged')
    expect(judge(right, ourSignature(`${secret}!`, String(at), body), at * 1000, at * 1000)).toBe('forged')
  })

  test('so is a signature that differs in one letter, is cut, or is missing', () => {
    fc.assert(
      fc.property(fc.nat({ max: right.length - 1 }), (nth) => {
        const letter = right[nth] === '0' ? '1' : '0'
        const given = `${right.slice(0, nth)}${letter}${right.slice(nth + 1)}`
        expect(judge(given, right, at * 1000, at * 1000)).toBe('forged')
        expect(judge(right.slice(0, nth), right, at * 1000, at * 1000)).toBe('forged')
      }),
    )
  })
})

describe('HubSpot', () => {
  const uri = 'https://bot.example/hooks/hubspot'
  const request = { method: 'POST', uri, timestamp: '1795000000000', body: Buffer.from('[]') }

  test('signs method, address, body and time stamp', () => {
    const made = createHmac('sha256', secret).update(`POST${uri}[]1795000000000`).digest('base64')
    expect(hubspotSignature(secret, request)).toBe(made)
  })

  test('decodes the characters that it names, and no others', () => {
    const coded = { ...request, uri: `${uri}?to=%40ana%2Cben%3A%20x%26y` }
    const plain = createHmac('sha256', secret).update(`POST${uri}?to=@ana,ben:%20x%26y[]1795000000000`)
    expect(hubspotSignature(secret, coded)).toBe(plain.digest('base64'))
  })

  test('each part counts', () => {
    const others = [
      { ...request, method: 'PUT' },
      { ...request, uri: 'http://bot.example/hooks/hubspot' },
      { ...request, body: Buffer.from('[ ]') },
      { ...request, timestamp: '1795000000001' },
    ].map((other) => hubspotSignature(secret, other))
    expect(others).not.toContain(hubspotSignature(secret, request))
  })
})
