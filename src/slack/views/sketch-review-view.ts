import type { Contradicted } from '../../app/personas/contradicted.js'
import type { Review, ReviewedClaim } from '../../app/personas/review.js'
import type { Advice } from '../../domain/rewording.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import { called, command, named, ours, say, type Words } from './copy.js'
import { fits } from './fitting.js'
import { blocksOf, buttons, heading, hint, line, type Part, page, quote } from './page.js'
import { howToTry, tallyWords } from './sketch-words.js'

/** Of each claim a word or two of those it was tried on; all of that in full, or of many claims as much as one message takes. */
const shown = { bearing: 1, against: 2, letters: [160, 100, 60, 30] } as const

/** `/persona review NAME`: each claim, who bears it out and who does not, in their words and without their names. */
export const reviewView = (review: Review): Reply => {
  const ways = shown.letters.map((letters) => reviewParts(review, letters))
  const parts = ways.find((each) => fits(blocksOf(each))) ?? ways.at(-1) ?? []
  return { ...page(parts), about: review.personIds }
}

const reviewParts = ({ persona, claims }: Review, letters: number): Part[] => [
  heading(persona.name),
  ...(claims.length === 0 ? [line(say`It claims nothing yet.`)] : []),
  ...claims.flatMap((claim) => claimParts(claim, letters)),
  buttons([button('Show the sketch', actionIds.sketch, persona.id)]),
  hint(
    say`This counts the people whom you may see. Words stand without a name, and only where whoever heard them allowed it.`,
  ),
  ...(claims.some(({ advice }) => advice.kind === 'untested') ? [hint(howToTry)] : []),
]

const claimParts = (
  { claim, tally, bearing, against, advice }: ReviewedClaim,
  letters: number,
): readonly Part[] => [
  line(say`• ${claim.text}`, tallyWords(tally)),
  ...saidParts('Some who bear it out say:', bearing.slice(0, shown.bearing), letters),
  ...saidParts('Some whom it does not fit say:', against.slice(0, shown.against), letters),
  ...adviceParts(claim.id, advice),
]

const saidParts = (title: string, words: readonly string[], letters: number): Part[] =>
  words.length === 0
    ? []
    : [line(ours(title)), ...words.map((each) => quote(clip(each.replace(/\s+/gu, ' '), letters)))]

const adviceParts = (claimId: string, advice: Advice): Part[] => {
  const words = adviceWords(advice)
  const said = words === null ? [] : [line(words)]
  if (advice.kind === 'narrow' || advice.kind === 'rare')
    return [
      ...said,
      buttons([
        button('Reword it so', actionIds.sketchReword, `${claimId}:so`),
        ...(advice.kind === 'rare' ? [button('Take out', actionIds.sketchDropClaim, claimId)] : []),
      ]),
    ]
  return said
}

const adviceWords = (advice: Advice): Words | null => {
  switch (advice.kind) {
    case 'untested':
      return null
    case 'too-few':
      return ours(
        advice.missing === 1
          ? 'Too early to tell: it takes one more person.'
          : `Too early to tell: it takes ${advice.missing} more people.`,
      )
    case 'holds':
      return say`It holds so far, so I would leave it.`
    case 'narrow':
      return advice.except === null
        ? say`It is not so for all of them. How about: “${advice.text}”?`
        : say`All whom it does not fit, as far as I know, do the same work. How about: “${advice.text}”?`
    case 'rare':
      return say`Nobody bears it out. How about: “${advice.text}”? Or say in your own words what is so instead.`
  }
}

/** Told once, where the sketch was written. */
export const contradictedView = ({ persona, claim, tally }: Contradicted): Reply =>
  page([
    line(
      say`At least half of what was found speaks against something we believe of ${named(persona.name)}: “${claim.text}”.`,
      tallyWords(tally),
    ),
    buttons([
      button('Review', actionIds.sketchReview, persona.id),
      button('No more of this sketch', actionIds.sketchQuiet, `${persona.id}:yes`),
    ]),
    hint(say`I say this once, unless the claim is put into other words.`),
    line(say`${command(`/persona review ${called(persona.name)}`)} shows what people said.`),
  ])
