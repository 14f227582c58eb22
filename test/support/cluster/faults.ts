import { type Deed, toldBy } from './deeds.js'
import type { Kept } from './kept.js'
import type { SlackRoom } from './slack-room.js'
import type { World } from './world.js'

/** In which rows a deed's word is found. */
const rowsOf: Readonly<Record<string, string>> = { message: 'note', reaction: 'note' }
const events = new Set(['message', 'reaction'])

const firstWords = (answer: string | undefined): string => (answer ?? '').slice(0, 160).replaceAll('\n', ' ')

/** What was answered twice, never, or by Slack's own error. */
export const answerFaults = (deeds: readonly Deed[]): string[] =>
  deeds.flatMap((deed) => {
    const name = `${deed.kind} ${deed.token} in ${deed.room.id} (${deed.tries} tries, ${Math.round(deed.tookMs)} ms)`
    const answers = answersOf(deed)
    if (deed.kind === 'reaction')
      return answers.length > 1 ? [`${name} was answered ${answers.length} times`] : []
    if (isLate(deed))
      return answers.length > 1 ? [`${name} came late, and was answered ${answers.length} times`] : []
    if (deed.failed && !events.has(deed.kind)) return [`${name} failed`]
    if (answers.length !== 1)
      return [`${name} was answered ${answers.length} times: ${answers.map(firstWords).join(' | ')}`]
    return answers.some((answer) => /went wrong on my side/.test(answer))
      ? [`${name}: ${firstWords(answers[0])}`]
      : []
  })

const slackWaitsMs = 2_900
/** Nobody answered it as fast as Slack wants it, though it was brought: whoever typed it read Slack's own error, and types it again. */
export const isLate = (deed: Deed): boolean =>
  deed.failed && !events.has(deed.kind) && deed.tookMs >= slackWaitsMs

/** Whether whatever can be answered has been. */
export const isEverythingAnswered = (deeds: readonly Deed[]): boolean =>
  deeds.every((deed) => deed.failed || deed.kind === 'reaction' || answersOf(deed).length > 0)

/** What is answered to an event stands in Slack, with its word in it. */
export const answersOf = ({ kind, room, token, answers }: Deed): string[] => {
  if (!events.has(kind)) return [...answers]
  return room.posted.filter(({ first }) => first.includes(token)).map(({ first }) => first)
}

/** What was told to be kept and is not there once, what was not and is there, and what is there twice. */
export const keepingFaults = (deeds: readonly Deed[], { words, answered }: Kept): string[] =>
  deeds.flatMap((deed) => {
    if (deed.token === '') return []
    if (isLate(deed) && answersOf(deed).length === 0) return []
    const [answer = ''] = answersOf(deed)
    const told = toldBy(answer)
    const name = `${deed.kind} ${deed.token} in ${deed.room.id}`
    const says = firstWords(answer)
    if (deed.kind === 'press') {
      const isThere = answered.has(`${deed.room.id} ${deed.token}`)
      return isThere || told === 'sorry' ? [] : [`${name} was pressed, and is not answered: ${says}`]
    }
    const there = words.get(`${rowsOf[deed.kind] ?? deed.kind} ${deed.room.id} ${deed.token}`) ?? 0
    if (there > 1) return [`${name} is there ${there} times: ${says}`]
    if (deed.kind === 'reaction')
      return there === 1 || told === 'sorry' ? [] : [`${name} came, and is not there: ${says}`]
    const isKept = told === 'saved' || told === 'again'
    if (isKept && there === 0) return [`${name} is lost: ${says}`]
    if (told === 'sorry' && there === 1) return [`${name} was refused, and is there: ${says}`]
    return told === 'other' ? [`${name} was answered in a way nobody foresaw: ${says}`] : []
  })

/** How often each who is due today came up: posts of the outbox with their name in them, in whatever place of any workspace. */
export const raisedFaults = ({ crowd }: World): string[] => {
  const faults: string[] = []
  const all = crowd.rooms.flatMap((room) => postsOf(room).map((post) => ({ room, ...post })))
  const byName = new Map<string, (typeof all)[number][]>()
  for (const post of all)
    for (const name of new Set(post.first.match(/Zq[0-9a-z]{5} Ames/g) ?? []))
      byName.set(name, [...(byName.get(name) ?? []), post])
  for (const [room, { due, others }] of crowd.known) {
    for (const { name, channelId } of due) {
      const raised = byName.get(name) ?? []
      const isRight = raised.length === 1 && raised[0]?.room === room && raised[0]?.channelId === channelId
      if (!isRight)
        faults.push(
          `${name} of ${room.id} came up ${raised.length} times in ${raised.map((each) => `${each.room.id} ${each.channelId}`)}`,
        )
    }
    for (const name of others)
      for (const { room: where } of byName.get(name) ?? [])
        if (where !== room) faults.push(`${name} of ${room.id} came up in ${where.id}`)
    const welcomes = postsOf(room).filter(({ channelId }) => channelId.startsWith('D')).length
    if (welcomes > 1) faults.push(`${room.id} was welcomed ${welcomes} times`)
  }
  const ids = all.flatMap(({ room, postId }) => (postId === null ? [] : `${room.id} ${postId}`))
  if (new Set(ids).size !== ids.length) faults.push(`${ids.length - new Set(ids).size} posts were sent twice`)
  return faults
}

const postsOf = (room: SlackRoom) => room.posted.filter(({ postId, to }) => postId !== null && to === null)

export const isEverybodyRaised = ({ crowd }: World): boolean =>
  [...crowd.known].every(([room, { due }]) => {
    const posts = postsOf(room)
    return due.every(({ name }) => posts.some(({ first }) => first.includes(name)))
  })
