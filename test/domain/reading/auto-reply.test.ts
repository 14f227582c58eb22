import { describe, expect, test } from 'vitest'
import { readAutoReply } from '../../../src/domain/reading/auto-reply.js'

const dana = { name: 'Dana Cho', address: 'dana.cho@acme.example' }

describe('who is no longer there', () => {
  test.each([
    [
      'Frank Ortiz is no longer with Acme Lighting. Please contact Dana Cho at dana.cho@acme.example.',
      'Frank Ortiz',
      'Acme Lighting',
      dana,
    ],
    [
      'Thank you for your message.\nFrank Ortiz is no longer with the company.\nPlease reach out to my colleague Dana Cho (dana.cho@acme.example).',
      'Frank Ortiz',
      null,
      dana,
    ],
    [
      'Hello,\n\nas of 1 August I am no longer working for Acme Lighting, Inc. Your new contact is Dana Cho, dana.cho@acme.example',
      null,
      'Acme Lighting',
      dana,
    ],
    ['As of 1 August I am no longer working.', null, null, null],
    ['I have left Acme Lighting. Best, Frank', null, 'Acme Lighting', null],
    ['Frank Ortiz has left the company.', 'Frank Ortiz', null, null],
    ["I'm no longer at Acme as of Friday. Please contact dana.cho@acme.example", null, 'Acme', dana],
    ['Mr. Frank Ortiz is no longer employed by Acme.', 'Frank Ortiz', 'Acme', null],
    [
      'Frank Ortiz ist nicht mehr bei der Acme Licht GmbH tätig. Bitte wenden Sie sich an Frau Dana Cho (dana.cho@acme.example).',
      'Frank Ortiz',
      'Acme Licht GmbH',
      dana,
    ],
    [
      'Ab dem 1. August bin ich nicht mehr für Acme tätig. Ihre neue Ansprechpartnerin ist Dana Cho, dana.cho@acme.example.',
      null,
      'Acme',
      dana,
    ],
    [
      'Herr Frank Ortiz hat das Unternehmen zum 31. Juli verlassen. Bitte kontaktieren Sie meine Kollegin Dana Cho unter dana.cho@acme.example.',
      'Frank Ortiz',
      null,
      dana,
    ],
    ['Ich arbeite nicht mehr bei Acme.', null, 'Acme', null],
    ['Frank Ortiz ist aus dem Unternehmen ausgeschieden.', 'Frank Ortiz', null, null],
    [
      'Ich bin seit dem 1. August 2026 nicht mehr bei der Acme Licht GmbH beschäftigt. Ihre Ansprechpartnerin ist ab sofort Frau Dana Cho (dana.cho@acme.example).',
      null,
      'Acme Licht GmbH',
      dana,
    ],
    ['Ich habe die Acme Licht GmbH verlassen.', null, 'Acme Licht GmbH', null],
    ['Ich bin zum 31.07.2026 aus der Acme Licht GmbH ausgeschieden.', null, 'Acme Licht GmbH', null],
    ['Frank Ortiz ist nicht länger im Unternehmen tätig.', 'Frank Ortiz', null, null],
    [
      'Effective August 1, I will no longer be with Acme. Please direct all inquiries to Dana Cho at dana.cho@acme.example.',
      null,
      'Acme',
      dana,
    ],
    ['Frank Ortiz left Acme Lighting on 1 July 2026.', 'Frank Ortiz', 'Acme Lighting', null],
    ['Today is my last day at Acme. It was great working with you!', null, 'Acme', null],
    ['I have retired from Acme Lighting effective 30 June.', null, 'Acme Lighting', null],
    ['Frank no longer works here.', 'Frank', null, null],
    ['Frank Ortiz isn’t with Acme anymore.', 'Frank Ortiz', 'Acme', null],
    ["Frank doesn't work here any more.", 'Frank', null, null],
    ['Frank is no longer with the Acme Lighting team.', 'Frank', 'Acme Lighting', null],
  ])('%s', (text, name, company, successor) => {
    expect(readAutoReply(text)).toEqual({ kind: 'left', name, company, successor })
  })

  test('a desk is nobody', () => {
    const read = readAutoReply('Frank Ortiz is no longer with Acme. Please contact us at info@acme.example.')
    expect(read).toMatchObject({ kind: 'left', successor: null })
  })
})

describe('who has not left', () => {
  test.each([
    [
      'I am out of the office until 3 August. In urgent cases please contact Dana Cho at dana.cho@acme.example.',
      'away',
    ],
    ['I am no longer in the office today. I am on vacation until Monday.', 'away'],
    ['Ich bin bis 3. August im Urlaub und nicht im Büro.', 'away'],
    ['Automatic reply: I am on parental leave, and back on 1 March.', 'away'],
    ['My email address has changed. Please write to frank@globex.example.', 'address-changed'],
    ['I am no longer at this address: my address has changed to frank@acme.example', 'address-changed'],
    ['Meine E-Mail-Adresse hat sich geändert: frank@globex.example', 'address-changed'],
    ['I am no longer using this email address. Please write to frank@globex.example.', 'address-changed'],
    ['Frank has left for vacation and will be back on 3 March.', 'away'],
    ['I have left the office for today.', 'away'],
    ['Ich bin heute nicht mehr im Büro.', 'away'],
  ])('%s', (text, kind) => {
    expect(readAutoReply(text)?.kind).toBe(kind)
  })

  test.each([
    'The walk through the plant was good. Frank wants the sample by Friday.',
    'I am no longer with the purchasing team, and do planning now.',
    'I am no longer working on Fridays.',
    'Ich bin nicht mehr für den Einkauf zuständig. Bitte wenden Sie sich an Dana Cho.',
    'I left my phone at Acme.',
    'I am no longer on the facility management team.',
    'We are sorry to tell you that Frank Ortiz is no longer with us: he passed away on Sunday.',
    'Delivery has failed: frank@acme.example does not exist.',
    '',
  ])('and nothing is said: %s', (text) => {
    expect(readAutoReply(text)).toBeNull()
  })
})
