import type { Rejection } from '../../app/outcome.js'
import { called, command, say, type Words } from './copy.js'

type QuoteRejection = Extract<Rejection, { reason: 'not-yours-to-quote' | 'quote-empty' }>

/** Why words are not quoted. */
export const quoteRefusal = ({ reason, name }: QuoteRejection): readonly Words[] =>
  reason === 'not-yours-to-quote'
    ? [
        say`Only whoever wrote down what ${name} said can let it be quoted.`,
        say`What they told you: ${command(`/person heard ${called(name)}: my daughter starts at Ohio State`)}`,
      ]
    : [
        say`Without names, addresses and numbers nothing is left of these words, so nothing is quoted.`,
        say`What else they told you: ${command(`/person heard ${called(name)}: the crew comes first`)}`,
      ]
