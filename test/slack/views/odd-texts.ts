import fc from 'fast-check'

/** Rings a channel, links, formats, and is none of it: what somebody types into a name. */
export const markup = '<!channel> & <https://x|y> <@U0ANA> *bold* _thin_ `code` ~gone~ :smile: #general @here'

const given = [
  markup,
  'Frank Ortiz',
  'José Ñúñez',
  'مريم رضایی',
  'שרה \u202Eכהן',
  '山田太郎',
  '👩‍👩‍👧‍👦 Frank 🏭',
  '&amp; &lt;!here&gt;',
  'https://evil.example/?a=1&b=2 or frank@acme.example',
  'two\nlines and a\ttab',
]

/** Lone halves of signs do not come from Slack, but from a text cut carelessly. */
const anyText = (maxLength: number) => fc.string({ unit: 'binary', maxLength })

const long = (length: number) =>
  fc
    .constantFrom('a ', '👍', '&', '<!channel> ', 'ق', 'word\n', 'x')
    .map((unit) => unit.repeat(length).slice(0, length))

/** A name, a title or a company, up to the 200 signs that are kept. */
export const shortText = fc.oneof(
  fc.constantFrom(...given),
  anyText(40),
  long(200),
  fc.constant('<!channel> & '.repeat(15)),
)

/** A note: as short as nothing, and as long as 12,000 signs. */
export const noteText = fc.oneof(shortText, fc.constant(''), long(4_000), long(12_000))

export const id = fc.constantFrom('01K0', '01K1', 'x'.repeat(36))
export const userId = fc.constantFrom('U0ANA', 'U0BEN', 'W123')
export const day = fc.constantFrom(
  '2026-11-24',
  '2026-11-23',
  '2026-11-29',
  '2026-02-28',
  '2019-12-31',
  '2027-03-01',
)
