import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AddressCard } from '../../src/app/ports/archive.js'
import { vcard } from '../../src/documents/vcard.js'
import { propertyLine, vcardText } from '../../src/documents/vcard-lines.js'
import { keyDateOf, personOf, roleOf } from './known.js'

const cardOf = (given: Partial<AddressCard>): string[] =>
  vcard({ person: personOf({}), roles: [], dates: [], ...given }).split('\r\n')

const unfolded = (text: string): string => text.replaceAll('\r\n ', '')

describe('a vCard', () => {
  it('says who somebody is and how to reach them, and nothing that they told us', () => {
    const person = personOf({
      id: '01a200f3-0e82-74ef-8868-a8a251765eeb',
      name: 'Frank Ortiz',
      prefers: 'a call after 5',
      addresses: [
        'frank@acme.example',
        '+1 (555) 0134',
        'https://acme.example/frank',
        'linkedin.com/in/frank',
      ],
    })
    const roles = [
      roleOf({ title: 'facilities manager', company: 'Acme Lighting' }),
      roleOf({ title: 'electrician', company: 'Ortiz & Sons', untilOn: '2010-01-01' }),
    ]
    const dates = [
      keyDateOf({ text: 'birthday', year: 1971 }),
      keyDateOf({ text: 'wedding anniversary', monthDay: '02-29' }),
      keyDateOf({ text: "daughter's birthday", monthDay: '12-24' }),
    ]
    expect(cardOf({ person, roles, dates })).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'PRODID:-//Personable//EN',
      'UID:urn:uuid:01a200f3-0e82-74ef-8868-a8a251765eeb',
      'KIND:individual',
      'FN:Frank Ortiz',
      'N:Ortiz;Frank;;;',
      'ORG:Acme Lighting',
      'TITLE:facilities manager',
      'EMAIL:frank@acme.example',
      'TEL:+1 (555) 0134',
      'URL:https://acme.example/frank',
      'URL:https://linkedin.com/in/frank',
      'BDAY:19710314',
      'ANNIVERSARY:--0229',
      'END:VCARD',
      '',
    ])
  })

  it('a birthday has no year where nobody said it', () => {
    expect(cardOf({ dates: [keyDateOf({ text: 'birthday' })] })).toContain('BDAY:--0314')
  })

  it('keeps each title with its company where there are several', () => {
    const roles = [
      roleOf({ id: 'r1', title: 'CFO', company: 'Acme', at: '2026-01-01T00:00:00.000Z' }),
      roleOf({ id: 'r2', title: 'board member', company: 'Lakeside', at: '2026-02-01T00:00:00.000Z' }),
    ]
    const lines = cardOf({ roles }).filter((line) => line.startsWith('role'))
    expect(lines).toEqual([
      'role1.ORG:Lakeside',
      'role1.TITLE:board member',
      'role2.ORG:Acme',
      'role2.TITLE:CFO',
    ])
  })

  it.each([
    ['Cher', 'N:;Cher;;;'],
    ['Anna Maria van der Berg', 'N:Maria van der Berg;Anna;;;'],
    ['山田太郎', 'N:;山田太郎;;;'],
    ['Semi;colon, Comma\\', 'N:Comma\\\\;Semi\\;colon\\,;;;'],
  ])('%s has the parts %s', (name, parts) => expect(cardOf({ person: personOf({ name }) })).toContain(parts))
})

describe('text in it', () => {
  it.each([
    ['a,b;c\\d', 'a\\,b\\;c\\\\d'],
    ['one\ntwo\r\nthree\rfour\u2028five', 'one\\ntwo\\nthree\\nfour\\nfive'],
    ['bell\u0007 tab\tdel\u007f', 'bell tab\tdel'],
    ['END:VCARD\nBEGIN:VCARD', 'END:VCARD\\nBEGIN:VCARD'],
  ])('%j is written %j', (text, written) => expect(vcardText(text)).toBe(written))

  it('is folded after 75 octets at most, between signs, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const line = `FN:${vcardText(text)}`
        const folded = propertyLine(line)
        for (const each of folded.split('\r\n')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75)
        expect(unfolded(folded)).toBe(`${line}\r\n`)
        expect(Buffer.from(folded).toString('utf8')).toBe(folded)
      }),
    )
    const family = '👩‍👩‍👧‍👦'.repeat(4)
    expect(propertyLine(`FN:${family}`)).toBe(`FN:${'👩‍👩‍👧‍👦'.repeat(2)}\r\n ${'👩‍👩‍👧‍👦'.repeat(2)}\r\n`)
  })
})
