import type { InputBlock, KnownBlock } from '@slack/types'
import type { Changed } from '../../domain/meanwhile.js'
import { ours, say, type Words } from './copy.js'
import { type RichPart, richText } from './rich-text.js'

/** One field of a form: what is filled in, and how it reads in a sentence. */
export type Field = {
  readonly key: string
  readonly label: string
  readonly input: InputBlock
  /** A text stands by itself, as it was typed; anything else ends a sentence. */
  readonly reads: { readonly text: string } | { readonly words: Words }
}

/** On top of a form that comes back: what changed while it was open, field by field, as it is now. */
export const meanwhileNotice = (
  now: readonly Field[],
  { both, theirs, isWider = false }: Changed,
): KnownBlock => {
  const among = (keys: readonly string[]) => now.filter(({ key }) => keys.includes(key)).flatMap(asItIs)
  const kept = among(theirs)
  const wider = say`More people see this than when the form was opened.`
  if (both.length === 0 && isWider)
    return richText([
      {
        lines: [
          wider,
          say`So nothing is saved yet. What you typed is still below; saving again shows it to them.`,
        ],
      },
    ])
  return richText([
    ...(isWider ? [{ lines: [wider] }] : []),
    {
      lines: [
        say`Somebody changed this while the form was open, so nothing is saved yet. What you typed is still below.`,
        say`Saving again writes yours over what is there now:`,
      ],
    },
    ...among(both),
    ...(kept.length === 0 ? [] : [{ lines: [say`Changed too, and kept as it is now:`] }, ...kept]),
  ])
}

/** After a form was saved: what somebody else changed while it was open, field by field. It was not written over. */
export const meanwhileKept = (now: readonly Field[], theirs: readonly string[]): RichPart[] => {
  const kept = now.filter(({ key }) => theirs.includes(key)).flatMap(asItIs)
  return kept.length === 0
    ? []
    : [{ lines: [say`Somebody changed this meanwhile, and it stays as they put it:`] }, ...kept]
}

const asItIs = ({ label, reads }: Field): RichPart[] => {
  if ('words' in reads) return [{ lines: [say`• ${ours(label)}: ${reads.words}`] }]
  return reads.text === ''
    ? [{ lines: [say`• ${ours(label)}: nothing any more`] }]
    : [{ lines: [say`• ${ours(label)}:`] }, { quote: reads.text }]
}
