/** A property may be so long; a photo is longer, and is passed over. */
const longestLine = 64 * 1024
/** Its name and parameters stand there. */
const beginning = 200

/** A line of the file as it stands, without its end. `cut`: it went on, and its rest was dropped. */
type PhysicalLine = { readonly text: string; readonly cut: boolean }

/** The lines of a text, whatever ends them; what is longer than a property can be is not held. */
async function* physicalLines(texts: AsyncIterable<string>): AsyncGenerator<PhysicalLine> {
  let open = ''
  let cut = false
  let endedByCr = false
  for await (const text of texts) {
    let at = 0
    if (endedByCr && text.startsWith('\n')) at = 1
    if (text !== '') endedByCr = text.endsWith('\r')
    const ends = /\r\n|\n|\r/g
    ends.lastIndex = at
    for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
      const line = open + text.slice(at, end.index)
      yield { text: line.slice(0, longestLine), cut: cut || line.length > longestLine }
      open = ''
      cut = false
      at = end.index + end[0].length
    }
    open += text.slice(at)
    if (open.length > longestLine) cut = true
    open = open.slice(0, longestLine)
  }
  if (open !== '') yield { text: open, cut }
}

/**
 * The lines of cards, unfolded: what begins with a space goes on from the line before, and so does what follows a `=` at
 * the end in quoted-printable. A line too long to be anything but a photo is left out. Empty lines are kept out.
 */
export async function* cardLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let line = ''
  let isTooLong = false
  /** The line before ended with a soft break. */
  let isOpen = false
  for await (const { text, cut } of physicalLines(texts)) {
    // A card ends whatever stands before.
    const isMark = /^(?:BEGIN|END):VCARD\s*$/i.test(text)
    const isFolded = /^[ \t]/.test(text)
    const goesOn = (isFolded || isOpen) && !isMark
    if (!goesOn) {
      if (line.trim() !== '' && !isTooLong) yield line
      line = ''
      isTooLong = false
    }
    isTooLong ||= cut || line.length + text.length > longestLine
    if (isTooLong) line = (line === '' ? text : line).slice(0, beginning)
    // Behind a soft break a space is the text's own.
    else if (isOpen && goesOn) line = line.slice(0, -1) + text
    else line += goesOn ? text.slice(1) : text
    isOpen = text.endsWith('=') && isQuotedPrintable(line)
  }
  if (line.trim() !== '' && !isTooLong) yield line
}

const isQuotedPrintable = (line: string): boolean =>
  /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(line.slice(0, beginning))
