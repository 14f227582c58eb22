import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHubspotBody } from '../../src/hooks/hubspot-body.js'
import { readPeopleBody } from '../../src/hooks/people-body.js'

const now = '2026-11-22T09:30:00.000Z'
const frank = { email: 'Frank@Acme.example', title: 'VP Operations', source: 'zapier' }
const wrong = (body: unknown): string => {
  const read = readPeopleBody(typeof body === 'string' ? body : JSON.stringify(body), now)
  return 'wrong' in read ? read.wrong : ''
}

describe('what our webhook takes', () => {
  test('one person, by address before name', () => {
    const read = readPeopleBody(JSON.stringify({ ...frank, name: ' Frank  Ortiz ', company: '' }), now)
    expect(read).toEqual({
      isDated: false,
      word: {
        source: 'hook:zapier',
        key: 'frank@acme.example',
        name: 'Frank Ortiz',
        addresses: ['Frank@Acme.example'],
        title: 'VP Operations',
        company: null,
        observedAt: now,
      },
    })
  })

  test('a date in any zone', () => {
    const read = readPeopleBody(JSON.stringify({ ...frank, observed_at: '2026-11-22T10:00:00+01:00' }), now)
    expect(read).toMatchObject({ isDated: true, word: { observedAt: '2026-11-22T09:00:00.000Z' } })
  })

  test('what a form left empty is not said', () => {
    const read = readPeopleBody(JSON.stringify({ ...frank, linkedin_url: '', observed_at: '' }), now)
    expect(read).toMatchObject({
      isDated: false,
      word: { addresses: ['Frank@Acme.example'], observedAt: now },
    })
  })

  test.each([
    'https://de.linkedin.com/in/Frank-Ortiz/?trk=mail',
    'linkedin.com/in/frank-ortiz#about',
    'http://www.linkedin.com/in/frank%2Dortiz/',
  ])('a profile is one, however it was copied: %s', (linkedin_url) => {
    const read = readPeopleBody(JSON.stringify({ linkedin_url, title: 'VP', source: 'zapier' }), now)
    const addresses = ['https://www.linkedin.com/in/frank-ortiz']
    expect(read).toMatchObject({ word: { key: 'linkedin.com/in/frank-ortiz', addresses } })
  })

  test.each([
    ['{"email":', 'not JSON'],
    ['[]', 'not a JSON object'],
    [{ ...frank, email: 'frank' }, 'email'],
    [{ ...frank, title: 7 }, 'title'],
    [{ ...frank, company: 'x'.repeat(201) }, 'company'],
    [{ ...frank, linkedin_url: 'https://example.com/frank' }, 'linkedin_url'],
    [{ ...frank, observed_at: 'yesterday' }, 'observed_at'],
    [{ ...frank, observed_at: '2027-11-22T09:30:00Z' }, 'observed_at'],
    [{ email: 'frank@acme.example', title: 'VP' }, 'source'],
    [{ ...frank, source: '<script>' }, 'source'],
    [{ email: 'frank@acme.example', source: 'zapier' }, 'title or company'],
    [{ title: 'VP', source: 'zapier' }, 'email, linkedin_url or name'],
  ])('and what it refuses names the field: %j', (body, field) => {
    expect(wrong(body)).toContain(field)
  })

  test('whatever comes is answered', () => {
    const isAnswered = (json: string): void => {
      expect(readPeopleBody(json, now)).toBeTypeOf('object')
      expect(readHubspotBody(json, now)).toBeTypeOf('object')
    }
    fc.assert(fc.property(fc.json(), isAnswered))
  })
})

const event = {
  eventId: 100,
  subscriptionId: 1234,
  portalId: 12345678,
  appId: 98765,
  occurredAt: Date.parse('2026-11-22T09:00:00Z'),
  subscriptionType: 'contact.propertyChange',
  attemptNumber: 0,
  objectId: 123,
  propertyName: 'jobtitle',
  propertyValue: 'VP Operations',
  changeSource: 'CRM',
}
const eventsIn = (...all: unknown[]) => {
  const read = readHubspotBody(JSON.stringify(all), now)
  return 'wrong' in read ? read.wrong : read.events.map(({ word }) => [word.key, word.title, word.company])
}

describe('what HubSpot sends', () => {
  test('changes of title and company of contacts, and nothing else', () => {
    expect(
      eventsIn(
        event,
        { ...event, subscriptionType: 'object.propertyChange', objectTypeId: '0-1', propertyName: 'company' },
        { ...event, subscriptionType: 'object.propertyChange', objectTypeId: '0-2' },
        { ...event, propertyName: 'lifecyclestage' },
        { ...event, propertyName: 'constructor' },
        { ...event, subscriptionType: 'contact.deletion', propertyName: undefined },
        { ...event, propertyValue: '' },
        { ...event, propertyValue: null },
      ),
    ).toEqual([
      ['123', 'VP Operations', null],
      ['123', null, 'VP Operations'],
    ])
  })

  test('beside what is shaped otherwise: other objects, merges and associations', () => {
    const { objectId: _, propertyName: __, ...other } = event
    expect(
      eventsIn(
        { ...other, subscriptionType: 'contact.associationChange', fromObjectId: 123, toObjectId: 9 },
        { ...other, subscriptionType: 'contact.merge', primaryObjectId: 123, mergedObjectIds: [5] },
        { ...other, subscriptionType: 'object.creation', objectTypeId: '0-3', objectId: 'd-1' },
        event,
      ),
    ).toEqual([['123', 'VP Operations', null]])
  })

  test('numbers that come as texts', () => {
    const { portalId, objectId, occurredAt } = event
    const texts = { portalId: `${portalId}`, objectId: `${objectId}`, occurredAt: `${occurredAt}` }
    expect(readHubspotBody(JSON.stringify([{ ...event, ...texts }]), now)).toEqual(
      readHubspotBody(JSON.stringify([event]), now),
    )
  })

  test('what is wrong is named', () => {
    expect(eventsIn(event, { ...event, objectId: {} })).toContain('Event 2: objectId')
    expect(eventsIn('x')).toContain('Event 1')
    expect(eventsIn(...Array.from({ length: 101 }, () => event))).toContain('100')
    expect(readHubspotBody('{}', now)).toEqual({ wrong: 'The body is not a JSON array of events' })
  })
})
