/** `Intl.Segmenter` takes time by the square of what it is given, so it is given this much. */
const windowSize = 1024

/** The segments of a text, as the segmenter gives them when it reads it at once. */
export function* segmentsOf(
  segmenter: Intl.Segmenter,
  text: string,
): Generator<Pick<Intl.SegmentData, 'segment' | 'index' | 'isWordLike'>> {
  let window = windowSize
  for (let at = 0; at < text.length; ) {
    const to = beforePair(text, at + window)
    const pieces = [...segmenter.segment(text.slice(at, to))]
    // What stands at the end of a window may go on behind it: "can", "'" and then "t".
    const whole = to >= text.length ? pieces : pieces.slice(0, -2)
    const begin = at
    for (const { segment, index, isWordLike = false } of whole) {
      yield { segment, index: begin + index, isWordLike }
      at = begin + index + segment.length
    }
    window = whole.length === 0 ? window * 2 : windowSize
  }
}

/** The same place in a text, or the one before it where a sign would be cut in two. */
const beforePair = (text: string, at: number): number =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at
