import type { Shape } from './costs.js'

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n'
const row = 'Frank,Ortiz,https://www.linkedin.com/in/frank,f@x.example,"Acme, Inc.",CFO,01 Sep 2026\n'
const open = 'Frank,Ortiz,u,e,"Acme,CFO,x\n'
const google = 'Name,Given Name,Family Name,Phone 1 - Value,E-mail 1 - Value\n'
const marks = '\u0301\u0300\u0328'

/** A file as it should be: what the others are compared with. */
export const plain: Shape = [header, row]

const inCell = (before: string, text: string, after: string): Shape => [header, `${before}${text}${after}\n`]
const email = (text: string): Shape => inCell('Frank,Ortiz,u,', text, ',x,y,z')
const company = (text: string): Shape => inCell('Frank,Ortiz,u,,', text, ',y,z')
const title = (text: string): Shape => inCell('Frank,Ortiz,u,,x,', text, ',z')
const card = (...lines: readonly string[]): Shape => [
  '',
  `BEGIN:VCARD\nFN:Frank\n${lines.join('\n')}\nEND:VCARD\n`,
]

/** Files that nobody writes but to hurt, by what hurts. */
export const hostileShapes: Readonly<Record<string, Shape>> = {
  'line ends alone': [header, '\n'],
  'CR LF alone': [header, '\r\n'],
  'CR alone': [header, '\r'],
  'lines of blanks': [header, ' \u00a0\t\n'],
  'rows of one letter': [header, 'a\n'],
  'rows of two widths': [header, 'a,b,c,d,e,f,g,h\na,b\n'],
  'commas alone': [header, ','],
  'rows of 250,000 cells': [header, `${','.repeat(250_000)}\n`],
  'a quote open in each row': [header, open],
  'a quote open in every second row': [header, row + open],
  'a quote open in every twentieth row': [header, row.repeat(20) + open],
  'a quote open in every 700th row': [header, row.repeat(700) + open],
  'one quote open': [`${header}"`, 'a,b,c,d,e,f,g\n'],
  'one quote open, and no line': [`${header}"`, 'abcdefgh'],
  'quotes alone': [header, '"'],
  'a quote in each line': [header, '"\n'],
  'quotes that swallow': [header, '"""a\n"""a\n"""a\nx",b\n'],
  'quotes that swallow by twos': [header, '"a\n"b\n'],
  'quoted cells of 1,000 lines': [header, `Frank,Ortiz,u,"${'line\n'.repeat(1000)}",CFO,x\n`],
  'rows of 200 KB': inCell('Frank,', 'x'.repeat(200_000), ',,,,,'),
  'addresses of 200,000 dots': email(`a${'.'.repeat(200_000)}a`),
  'addresses of 100,000 parts': email(`a@${'b.'.repeat(100_000)}`),
  'cells of 50,000 addresses': email('a@b '.repeat(50_000)),
  'companies of 90,000 marks': company(marks.repeat(30_000)),
  'companies of 30,000 forms': company('Co. & '.repeat(30_000)),
  'companies of 15,000 names': company('Frank Ortiz '.repeat(15_000)),
  'titles of 200,000 blanks': title(`"${' '.repeat(200_000)}a"`),
  'links that never end': title(`"=HYPERLINK(""${'"";""'.repeat(40_000)}"`),
  'texts that never end': title(`"=""${'""""x'.repeat(40_000)}"`),
  'headers of 27,000 marks': [
    `First Name,Last Name,URL,Company,Position,${marks.repeat(9000)}\n`,
    'a,b,c,d,e,f\n',
  ],
  'cells of 10,000 numbers': [
    google,
    `Frank O,Frank,O,${'+1 555 1234567 ::: '.repeat(10_000)},x@y.example\n`,
  ],
  'cells of 60,000 joints': [google, `Frank O,Frank,O,${':::'.repeat(60_000)},x@y.example\n`],
  'cards that only begin': ['', 'BEGIN:VCARD\n'],
  'cards of nothing': ['', 'BEGIN:VCARD\nEND:VCARD\n'],
  'cards in cards': ['BEGIN:VCARD\n', 'AGENT:\nBEGIN:VCARD\n'],
  'a line folded for ever': ['BEGIN:VCARD\nFN:Frank\nNOTE:', 'abc\n '],
  'a soft break for ever': ['BEGIN:VCARD\nFN:Frank\nNOTE;ENCODING=QUOTED-PRINTABLE:', 'abc=\n'],
  'names of 60,000 parts': card(`N:${';'.repeat(60_000)}`),
  'names of 20,000 marks': card(`FN:F${marks.repeat(6000)}`),
  'notes of 60,000 backslashes': card(`NOTE:${'\\'.repeat(60_000)}`),
  'notes of 20,000 codes': card(`NOTE;ENCODING=QUOTED-PRINTABLE:${'=41'.repeat(20_000)}`),
  'properties of 30,000 quotes': card(`NOTE${';"'.repeat(30_000)}:x`),
  'cards of 390 addresses': card(...Array.from({ length: 390 }, () => 'EMAIL:a@b.example')),
  'addresses of a card of 60,000 dots': card(`EMAIL:a${'.'.repeat(60_000)}a`),
}
