import { deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/practice/json.js'
import { types } from '../../support/doing.js'
import { eventOf, hooks } from '../../support/hooking.js'
import { aTeam, type Team } from '../../support/team.js'
import { changedBy, changes } from '../slack/structure.js'
import { cases, patience, tried } from '../support/budget.js'
import { hostileText } from '../support/hostile-text.js'
import { type Headers, type Path, sent, signed, written } from './speaking.js'

const path = fc.constantFrom<Path>('/hooks/people', '/hooks/hubspot')
const at = '2026-11-21T15:00:00.000Z'
const said: Readonly<Record<Path, Json>> = {
  '/hooks/people': {
    source: 'script',
    email: 'frank@acme.example',
    linkedin_url: 'https://www.linkedin.com/in/frank-ortiz',
    name: 'Frank Ortiz',
    title: 'VP Operations',
    company: 'Globex',
    observed_at: at,
  },
  '/hooks/hubspot': {
    events: [
      eventOf(101, 'jobtitle', 'VP Operations', at),
      eventOf(101, 'company', 'Globex', at),
      eventOf(7, 'company', 'Acme', at),
    ],
  },
}
const bodyOf = (which: Path, payload: Json): Buffer =>
  Buffer.from(JSON.stringify(which === '/hooks/hubspot' ? (payload.events ?? null) : payload))

const aHookedTeam = async (): Promise<Team> => {
  const team = await aTeam({ hooks })
  await types(team, team.ana, team.customers, 'add Frank Ortiz, buyer at Acme frank@acme.example')
  return team
}

/** As well as before, and nothing in the log that nothing from outside may bring about. */
const isWell = async (team: Team): Promise<void> => {
  const health = await fetch(`http://127.0.0.1:${team.bot.port}/healthz`)
  expect(health.status).toBe(200)
  await health.text()
  await team.bot.beat()
  expect(await team.types(team.ana, team.customers, '/person frank')).toContain('Frank Ortiz')
  expect(team.logged.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([])
  expect(team.slack.problems).toEqual([])
}

describe('what comes to a webhook', () => {
  test('signed and changed in any way, it is taken in or refused', {
    timeout: patience(60_000),
  }, async () => {
    const team = await aHookedTeam()
    const statuses = new Map<number | null, number>()
    let nth = 0
    await fc.assert(
      fc.asyncProperty(path, changes, async (which, some) => {
        const body = bodyOf(which, changedBy(said[which], some, ['T0OTHERTEAM', '101', 'frank@acme.example']))
        const status = await sent(team, which, body, signed(which, body, nth++))
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        expect([200, 202, 400, 409, 413], body.toString().slice(0, 500)).toContain(status)
      }),
      { ...cases(120), endOnFailure: true },
    )
    expect(statuses.get(400) ?? 0).toBeGreaterThan(15)
    expect((statuses.get(200) ?? 0) + (statuses.get(202) ?? 0)).toBeGreaterThan(15)
    await isWell(team)
    tried('signed webhook bodies', nth)
  })

  test('as bytes of any kind, packed or not, it is refused', { timeout: patience(60_000) }, async () => {
    const team = await aHookedTeam()
    let nth = 0
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((each) => Buffer.from(each)),
      fc.json().map((json) => Buffer.from(json)),
      hostileText().map((text) =>
        Buffer.from(JSON.stringify({ ...said['/hooks/people'], name: text, title: text })),
      ),
      fc
        .constantFrom('[', '{"a":', '"', '[{"a":')
        .map((text) => Buffer.from(text.repeat(60_000).slice(0, 60_000))),
      fc
        .constantFrom('\ufeff{}', '{}\0', '{}{}', 'null', '1e999', '"\\ud800"')
        .map((text) => Buffer.from(text)),
      fc.constant(gzipSync(Buffer.alloc(40_000_000, '['))),
      fc.constant(deflateSync(Buffer.alloc(40_000_000, ' '))),
      fc.constantFrom(64 * 1024 + 1, 1024 * 1024 + 1, 3_000_000).map((length) => Buffer.alloc(length, ' ')),
    )
    const encoding = fc.constantFrom('identity', 'gzip', 'deflate', 'br', 'gzip, gzip', 'x')
    const type = fc.constantFrom(
      'application/json',
      'text/html',
      'application/json; charset=utf-16',
      'multipart/form-data; boundary=x',
      '',
    )
    await fc.assert(
      fc.asyncProperty(path, bytes, encoding, type, async (which, body, packed, kind) => {
        const headers: Headers = {
          ...signed(which, body, nth++),
          'content-encoding': packed,
          'content-type': kind,
        }
        const status = await sent(team, which, body, headers)
        // `{}`, `[]` and text that says something are whole bodies, and those that are too long may be hung up on.
        const mayBe = body.length > 64 * 1024 ? [400, 413, null] : [200, 202, 400, 409]
        expect(mayBe, `${which} ${body.toString('latin1').slice(0, 200)}`).toContain(status)
      }),
      { ...cases(100), endOnFailure: true },
    )
    await isWell(team)
  })

  test('with any headers, lengths and ends, nothing of it is believed', {
    timeout: patience(60_000),
  }, async () => {
    const team = await aHookedTeam()
    let nth = 0
    const forged = fc.constantFrom(
      '',
      'v1=',
      `v1=${'0'.repeat(64)}`,
      `v0=${'a'.repeat(64)}`,
      'v1=\u00ff',
      'x'.repeat(7000),
      '=',
      '1, 2',
    )
    const time = fc.constantFrom(
      '',
      '0',
      '-1',
      '1e9',
      '99999999999999999999',
      'NaN',
      ' 1',
      '0x10',
      String(Math.floor(Date.now() / 1000)),
    )
    const length = fc.constantFrom('0', '-1', '1e3', '5', '100', '99999999999', 'x', '5, 6', '')
    const framing = fc.constantFrom('length', 'chunked', 'bad chunks', 'both', 'none', 'twice')
    const method = fc.constantFrom(
      'POST',
      'POST',
      'POST',
      'GET',
      'PUT',
      'OPTIONS',
      'TRACE',
      'HEAD',
      'post',
      'BREW',
    )
    const suffix = fc.constantFrom('', '?x=1', '/', '/../people', '%00', '#x', '//')
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          which: path,
          signature: forged,
          time,
          length,
          framing,
          method,
          suffix,
          hangsUp: fc.boolean(),
        }),
        async ({
          which,
          signature,
          time: stamp,
          length: long,
          framing: how,
          method: verb,
          suffix: more,
          hangsUp,
        }) => {
          nth += 1
          const body = bodyOf(which, said[which])
          const chunks = Buffer.concat([
            Buffer.from(`${body.length.toString(16)}\r\n`),
            body,
            Buffer.from('\r\n0\r\n\r\n'),
          ])
          const framings: Record<string, readonly (readonly [string, string])[]> = {
            length: [['content-length', long]],
            chunked: [['transfer-encoding', 'chunked']],
            'bad chunks': [['transfer-encoding', 'chunked']],
            both: [
              ['content-length', long],
              ['transfer-encoding', 'chunked'],
            ],
            none: [],
            twice: [
              ['content-length', String(body.length)],
              ['content-length', long],
            ],
          }
          const status = await written(
            team,
            {
              method: verb,
              path: `${which}${more}`,
              headers: [
                ['x-personable-timestamp', stamp],
                ['x-personable-signature', signature],
                ['x-hubspot-request-timestamp', stamp],
                ['x-hubspot-signature-v3', signature],
                ['x-personable-signature', signature],
                ...(framings[how] ?? []),
              ],
              body:
                how === 'bad chunks'
                  ? Buffer.from('zz\r\nnot a chunk\r\n')
                  : how === 'chunked' || how === 'both'
                    ? chunks
                    : body,
              hangsUp,
            },
            200,
          )
          expect([null, 400, 401, 404, 405, 408, 413, 431, 501]).toContain(status)
        },
      ),
      { ...cases(120), endOnFailure: true },
    )
    tried('webhook requests of any shape', nth)
    await isWell(team)
  })

  test('the same twice is taken once', { timeout: patience() }, async () => {
    const team = await aHookedTeam()
    await fc.assert(
      fc.asyncProperty(hostileText(), fc.nat(400), async (title, second) => {
        const body = Buffer.from(JSON.stringify({ ...said['/hooks/people'], title }))
        const headers = signed('/hooks/people', body, second)
        const first = await sent(team, '/hooks/people', body, headers)
        const again = await sent(team, '/hooks/people', body, headers)
        if (first === 200 || first === 202) expect(again).toBe(409)
        else expect([400, 409]).toContain(first)
      }),
      { ...cases(60), endOnFailure: true },
    )
    await isWell(team)
  })
})
