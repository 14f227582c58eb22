import fc from 'fast-check'

/** Any text at all: half signs, line ends of every kind, markup, several directions, what breaks a CSV or a vCard. */
export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    'a\nb\r\nc\u2028d\u2029e\tf',
    '<!channel> & "quoted"; a,b\\c:d',
    '👩‍👩‍👧‍👦'.repeat(30),
    '\u202eשלום عالم\u202c',
    '=HYPERLINK("x")',
    '\0\ud83d\udc00',
    '',
  ),
)
