import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPasted } from '../../../src/domain/reading/reading.js'
import { readSignature } from '../../../src/domain/reading/signature.js'
import { busyMs } from '../../support/busy.js'

const frank = { name: 'Frank Ortiz', title: 'VP Operations', company: 'Globex' }

describe('the ways in which people sign', () => {
  test.each([
    'Hi Ana,\n\nsee you on Tuesday.\n\n-- \nFrank Ortiz\nVP Operations\nGlobex\n+1 312 555 0142\nfrank@globex.example',
    'Kind regards,\nFrank Ortiz\nVP Operations, Globex\nT: +1 312 555 0142 | E: frank@globex.example',
    'Mit freundlichen Grüßen\n\nFrank Ortiz\nVP Operations bei Globex\nTel.: +1 312 555 0142\nfrank@globex.example\nHauptstraße 12, 80331 München',
    'Frank Ortiz\nVP Operations at Globex\n+1 312 555 0142\nfrank@globex.example\nwww.globex.example',
    'Best,\nFrank Ortiz (he/him)\nGlobex | VP Operations\nM: +1 312 555 0142\nE: frank@globex.example\n12 Mill Road\nColumbus, OH 43004',
    'Thanks!\n\nFrank Ortiz | VP Operations | Globex\n+1 312 555 0142 frank@globex.example\n\nOn Mon, 2 Nov 2026 Ana Ruiz wrote:\n> Best,\n> Ana Ruiz\n> Sales\n',
  ])('%j', (text) => {
    expect(readSignature(text)).toEqual({
      ...frank,
      phones: ['+1 312 555 0142'],
      addresses: ['frank@globex.example'],
    })
  })

  test.each([
    'Best,\nFrank\n\nFrank Ortiz\nVP Operations, Globex Inc.\n+1 312 555 0142',
    'Thanks,\nFrank\nFrank Ortiz | VP Operations\nGlobex Inc. | 12 Mill Road | Columbus, OH 43004\nDirect +1 312 555 0142',
    '--\nFrank Ortiz, P.E.\nVP Operations\nGlobex Inc.\n+1 312 555 0142',
    'Beste Grüße aus München\nIhr Frank Ortiz\nVP Operations\nGlobex Inc.\n+1 312 555 0142',
    'Mit freundlichem Gruß\ni. V. Frank Ortiz\nVP Operations\nGlobex Inc.\n+1 312 555 0142',
    'Cheers,\nFrank Ortiz / VP Operations / Globex Inc.\n+1 312 555 0142\nSent from my iPhone',
    'Regards\nFrank Ortiz\nVP Operations\nGlobex Inc.\n+1 312 555 0142\nFrom: Ana Ruiz <ana@us.example>\nSent: Monday\n\nBest,\nAna Ruiz\nSales\nUs',
    'Gruß\nFrank Ortiz\nVP Operations\nGlobex Inc.\n+1 312 555 0142\nVon: Ana Ruiz\nGesendet: Montag\n\nLG\nAna Ruiz\nSales\nUs',
  ])('and in which they are quoted, shortened and sent on: %j', (text) => {
    const signed = { ...frank, company: 'Globex Inc.', phones: ['+1 312 555 0142'], addresses: [] }
    expect(readSignature(text)).toEqual(signed)
  })

  test('a profile is a way to reach them', () => {
    const text = '-- \nFrank Ortiz\nVP Operations\nGlobex\nhttps://www.linkedin.com/in/frank-ortiz'
    expect(readSignature(text)?.addresses).toEqual(['https://www.linkedin.com/in/frank-ortiz'])
  })

  test.each([
    'I spoke to Frank about the lease. He wants the sample by Friday and asked for Dana.',
    'Frank Ortiz\nlikes trains',
    '',
    'Best,',
    '-- \nsent from my phone',
    'Best,\nFrank\n\nSent from my iPhone',
    'Viele Grüße\nFrank\n\nVon meinem iPhone gesendet',
  ])('no signature: %j', (text) => {
    expect(readSignature(text)).toBeNull()
  })
})

const given = fc.constantFrom('Frank', 'Dana', 'Jürgen', 'María', 'Aoife')
const family = fc.constantFrom('Ortiz', 'Cho', 'von der Heide', "O'Neill", 'Müller-Lüdenscheidt')
const title = fc.constantFrom('VP Operations', 'Senior Buyer', 'Head of Facilities', 'Leiter Einkauf', 'CFO')
const company = fc.constantFrom('Globex', 'Acme Lighting', 'Initech GmbH', 'Umbra Technologies, Inc.')
const greeting = fc.constantFrom('-- ', 'Best regards,', 'Viele Grüße', 'Cheers')
const layout = fc.constantFrom(
  (t: string, c: string) => `${t}\n${c}`,
  (t: string, c: string) => `${t} at ${c}`,
  (t: string, c: string) => `${t} | ${c}`,
  (t: string, c: string) => `${t} · ${c}`,
)

test('what is signed is read, however it is laid out', () => {
  fc.assert(
    fc.property(given, family, title, company, greeting, layout, (g, f, t, c, begins, laid) => {
      const text = `Hi,\nall good here.\n\n${begins}\n${g} ${f}\n${laid(t, c)}\n+49 89 5550 142\n`
      expect(readSignature(text)).toMatchObject({ name: `${g} ${f}`, title: t, company: c })
    }),
  )
})

test('whatever is pasted is read without trouble, and in time', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
      expect(readPasted(text)).toHaveProperty('kind')
    }),
  )
  const odd = ['Aa '.repeat(5_000), 'ich bin '.repeat(2_000), '1 '.repeat(9_000), `${'A'.repeat(9_000)}@`]
  expect(await busyMs(() => odd.map(readPasted))).toBeLessThan(2_000)
})
