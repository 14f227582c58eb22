import type { PracticeSlack } from '../../src/practice/slack.js'

type Who = Readonly<Record<'ana' | 'ben' | 'gus' | 'pia' | 'dan' | 'rob', string>>

/** A kind of place: how it is opened, and what becomes of it once all was typed. */
export type Kind = {
  readonly name: string
  readonly open: (slack: PracticeSlack, who: Who) => string
  /** Answers its id afterwards. */
  readonly turn: (slack: PracticeSlack, channelId: string, who: Pick<Who, 'pia'>) => string
  /** The bot spoke there, and another organisation comes to read: the owners are told. */
  readonly fallsSilent?: boolean
}

type Draft = Parameters<PracticeSlack['places']['add']>[0]
const channel =
  (kind: 'public' | 'private', more: Partial<Draft> = {}): Kind['open'] =>
  ({ places }, { ana, ben, gus, dan, rob }) =>
    places.add({ name: 'the-place', kind, members: [ana, ben, gus, dan, rob], ...more }).id
const stays: Kind['turn'] = (_slack, id) => id
const turned =
  (turn: (slack: PracticeSlack, channelId: string) => void): Kind['turn'] =>
  (slack, id) => {
    turn(slack, id)
    return id
  }
/**
 * Slack has no event for this that the bot could hear without reading all that is said there. What it said before is
 * believed for five minutes at most (see `directory.test.ts`), or until anything else happens to the place.
 */
const noticed = (places: PracticeSlack['places'], id: string): void => places.rename(id, 'renamed-since')
/** Another organisation comes in, with somebody of theirs. */
const shared: Kind['turn'] = ({ places }, id, { pia }) => {
  places.share(id)
  places.join(id, pia)
  return id
}

export const kinds = {
  public: { name: 'a public channel', open: channel('public'), turn: stays },
  private: { name: 'a private channel', open: channel('private'), turn: stays },
  direct: { name: 'a DM', open: ({ places }, { ana }) => places.dm(ana).id, turn: stays },
  group: {
    name: 'a group DM',
    open: ({ places, botUserId }, { ana, ben, gus, dan }) =>
      places.groupDm([ana, ben, gus, dan, botUserId]).id,
    turn: stays,
  },
  shared: {
    name: 'a shared channel',
    open: (slack, who) => {
      const { ana, ben, gus, pia, dan, rob } = who
      return channel('public', { extShared: true, members: [ana, ben, gus, pia, dan, rob] })(slack, who)
    },
    turn: stays,
  },
  pending: {
    name: 'a channel about to be shared',
    open: channel('public'),
    turn: turned(({ places }, id) => {
      places.offerToShare(id)
      noticed(places, id)
    }),
    fallsSilent: true,
  },
  archived: {
    name: 'an archived channel',
    open: channel('public'),
    turn: turned(({ places }, id) => places.archive(id)),
  },
  becamePrivate: {
    name: 'a channel that became private',
    open: channel('public'),
    turn: turned(({ places }, id) => {
      places.get(id).kind = 'private'
      noticed(places, id)
    }),
  },
  becameShared: {
    name: 'a channel that became shared',
    open: channel('public'),
    turn: shared,
    fallsSilent: true,
  },
  sharedAnew: {
    name: 'a private channel that became shared, and has another id',
    open: channel('private'),
    turn: (slack, id, who) => slack.places.changeId(shared(slack, id, who)).id,
    fallsSilent: true,
  },
  renamed: {
    name: 'a renamed channel',
    open: channel('private'),
    turn: turned(({ places }, id) => places.rename(id, 'another-name')),
  },
  botRemoved: {
    name: 'a private channel without the bot',
    open: channel('private'),
    turn: turned(({ places, botUserId }, id) => places.leave(id, botUserId)),
  },
} as const satisfies Record<string, Kind>
