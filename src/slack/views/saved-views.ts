/** Every reply that says what was saved. */
export { answeredView, reactionView, takenBackView } from './saved/answers.js'
export {
  keptView,
  loggedView,
  removedView,
  roleLeftView,
  roleTakenView,
  widenedView,
} from './saved/entries.js'
export { mergedView, takenApartView } from './saved/merging.js'
export {
  correctedView,
  handedView,
  introducedView,
  movedView,
  recognisedView,
  rhythmView,
} from './saved/people.js'
export { closedView, committedView } from './saved/promises.js'
export {
  dateKeptView,
  preferredView,
  questionAnsweredView,
  tiedView,
  toAskView,
} from './saved/whole-person.js'
