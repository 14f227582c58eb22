import type { Rejection } from '../../app/outcome.js'
import { channelOf } from '../../domain/audience.js'
import { called, channel, command, ours, say, type Words } from './copy.js'

type SketchRejection = Extract<
  Rejection,
  {
    reason:
      | 'sketch-gone'
      | 'claim-gone'
      | 'claim-reworded'
      | 'sketch-known'
      | 'sketch-read-wider'
      | 'claim-known'
      | 'too-many-claims'
      | 'names-somebody'
  }
>

/** Why a sketch stays as it is. */
export const sketchRefusal = (why: SketchRejection): readonly Words[] => {
  const list = say`${command('/persona')} shows the sketches that there are.`
  switch (why.reason) {
    case 'sketch-gone':
      return [say`I can find no such sketch any more.`, list]
    case 'claim-gone':
      return [say`That claim is no longer there: somebody took it out.`, list]
    case 'claim-reworded':
      return [
        say`That claim was put into other words since, so I kept nothing.`,
        say`${command('/persona')} shows how it reads now.`,
      ]
    case 'sketch-known':
      return [
        say`There is a sketch called ${why.name} already, so I wrote no second one.`,
        say`To add to it: ${command(`/persona claim ${called(why.name)}: price comes first`)}. To write another, give it another name.`,
      ]
    case 'sketch-read-wider': {
      const channelId = channelOf(why.home)
      const there = channelId === null ? ours('where it was written') : say`in ${channel(channelId)}`
      return [
        say`More people read the sketch ${why.name} than can read here, so I did not add that.`,
        say`Type it ${there}: ${command(`/persona claim ${called(why.name)}: price comes first`)}`,
      ]
    }
    case 'claim-known':
      return [say`The sketch claims that already: “${why.text}”. So nothing changed.`, list]
    case 'too-many-claims':
      return [
        say`${why.name} would have more than ${ours(String(why.most))} claims, and nobody tests so many.`,
        say`Take one out first: ${command(`/persona ${called(why.name)}`)}`,
      ]
    case 'names-somebody':
      return [
        say`A sketch is of many people and names nobody, and that may be read as ${why.somebody}. So I kept none of it.`,
        say`Say it without the name: ${command('/persona Plant managers: price comes first')}. What you know of one person is a note: ${command(`/person note ${called(why.somebody)}: asks about the price first`)}`,
      ]
  }
}
