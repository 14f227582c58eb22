import { describe, expect, test } from 'vitest'
import { readAutoReply } from '../../../src/domain/reading/auto-reply.js'
import { readPasted, tellsOfRole } from '../../../src/domain/reading/reading.js'
import { readSignature } from '../../../src/domain/reading/signature.js'

const gone = 'Frank Ortiz is no longer with Acme.'

describe('who is there now', () => {
  test.each([
    ['by name alone', `${gone} Please contact Dana Cho.`, { name: 'Dana Cho', address: null }],
    [
      'by name, with a desk to write to',
      `${gone} Please contact Dana Cho at info@acme.example.`,
      {
        name: 'Dana Cho',
        address: null,
      },
    ],
    [
      'by an address that is a name',
      `${gone} Please contact dana.cho@acme.example.`,
      {
        name: 'Dana Cho',
        address: 'dana.cho@acme.example',
      },
    ],
    ['nobody, by an address that is none', `${gone} Please contact dcho@acme.example.`, null],
    ['nobody, by an address with a number', `${gone} Please contact d.cho2@acme.example.`, null],
  ])('%s', (_, text, successor) => {
    expect(readAutoReply(text)).toMatchObject({ kind: 'left', name: 'Frank Ortiz', successor })
  })
})

describe('a signature', () => {
  test.each([
    ['Best,\nFrank Ortiz\nGlobex Inc.', '', 'Globex Inc.'],
    ['Best,\nFrank Ortiz\nVP Operations', 'VP Operations', ''],
    [
      'Best,\nFrank Ortiz\nGlobex Inc.\nResponsible for the plant',
      'Responsible for the plant',
      'Globex Inc.',
    ],
    ['Best,\nFrank Ortiz\nGlobex\nVP Operations', 'VP Operations', 'Globex'],
  ])('says what it says of a role: %j', (text, title, company) => {
    expect(readSignature(text)).toMatchObject({ name: 'Frank Ortiz', title, company })
    expect(tellsOfRole(readPasted(text))).toBe(true)
  })

  test('may say how to reach them alone, and nothing of a role', () => {
    const reading = readPasted('Best,\nFrank Ortiz\n+1 312 555 0142')
    expect(reading).toMatchObject({ kind: 'signature', title: '', company: '', phones: ['+1 312 555 0142'] })
    expect(tellsOfRole(reading)).toBe(false)
    expect(tellsOfRole(readPasted(gone))).toBe(true)
    expect(tellsOfRole(readPasted('I am on vacation until Monday.'))).toBe(false)
  })
})
