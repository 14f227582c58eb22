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
  ])('%s', (text, kind) => {
    expect(readAutoReply(text)?.kind).toBe(kind)
  })

  test.each([
    'The walk through the plant was good. Frank wants the sample by Friday.',
    'I am no longer with the purchasing team, and do planning now.',
    'I am no longer working on Fridays.',
    'We are sorry to tell you that Frank Ortiz is no longer with us: he passed away on Sunday.',
    'Delivery has failed: frank@acme.example does not exist.',
    '',
  ])('and nothing is said: %s', (text) => {
    expect(readAutoReply(text)).toBeNull()
  })
})
