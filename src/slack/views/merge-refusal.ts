import type { Rejection } from '../../app/outcome.js'
import { called, command, say, teammate, type Words } from './copy.js'

type Why = Extract<Rejection, { reason: 'merge-with-self' | 'two-slack-users' | 'not-merged' | 'merge-gone' }>

/** Why two people were not merged, or not taken apart. */
export const mergeRefusal = (why: Why): readonly Words[] => {
  switch (why.reason) {
    case 'merge-with-self':
      return [
        say`That is ${why.name} twice, and one person needs no merging.`,
        say`Another name: ${command(`/person merge ${called(why.name)} and susan`)}`,
      ]
    case 'two-slack-users': {
      const [one, other] = why.userIds
      return [
        say`${why.name} is ${teammate(one)} in Slack, and ${why.other} is ${teammate(other)}: two people, so nothing changed.`,
        say`If one of the links is wrong, put it right first: ${command(`/person edit ${called(why.other)}`)}`,
      ]
    }
    case 'not-merged':
      return [
        say`Nobody that you may see was merged with ${why.name}, so nothing changed.`,
        say`Who may be the same person: ${command('/person merge')}`,
      ]
    case 'merge-gone':
      return [
        say`That is taken apart already.`,
        say`${command('/person frank')} shows what is known of somebody.`,
      ]
  }
}
