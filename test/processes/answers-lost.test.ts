import { expect, it } from 'vitest'
import { liveAll, type Story } from '../support/process-lives.js'
import { threeAreDue } from '../support/process-team.js'
import {
  all,
  arrivesAfterOneLook,
  done500,
  lostAfter,
  lostBefore,
  meets,
  status500,
  survives,
  type Trouble,
  tooFast,
} from '../support/process-troubles.js'

const method = (name: string, nth = 1) => ({ method: name, nth })
const post = method('chat.postMessage')
const look = method('conversations.history')
const late = arrivesAfterOneLook()

const troubles: Record<string, Trouble> = {
  'the answer to a post is lost': meets(post, lostAfter),
  'the answers to all posts are lost': meets(post, lostAfter, 3),
  'a post is lost': meets(post, lostBefore),
  'a post is lost and lost again': meets(post, lostBefore, 4),
  'a post is carried out and answered with a 500': meets(post, done500),
  'a post meets a 500': meets(post, status500),
  'a post comes too fast': meets(post, tooFast),
  'a post arrives late': survives(all(late.post, late.look)),
  'the answer to a post is lost, and that to the look': all(meets(post, lostAfter), meets(look, lostAfter)),
  'the answer to a post is lost, and the look meets a 500': all(
    meets(post, lostAfter),
    meets(look, status500, 2),
  ),
  'the answer to a post is lost, and the look comes too fast': all(
    meets(post, lostAfter),
    meets(look, tooFast),
  ),
  'the answer to the opening of a DM is lost': meets(method('conversations.open'), lostAfter),
  'the answers about a teammate are lost': meets(method('users.info'), lostAfter, 3),
  'the questions about a channel meet 500s': meets(method('conversations.info'), status500, 5),
  'the question about a channel comes too fast': meets(method('conversations.info', 2), tooFast, 2),
  'the members are not told': meets(method('conversations.members'), lostAfter, 3),
  'auth.test is lost, and lost again': meets(method('auth.test'), lostBefore, 2),
}

it('posts every due nudge exactly once in one pass, whatever answers are lost', {
  timeout: 180_000,
}, async () => {
  const stories = Object.entries(troubles).map(([name, last]): [string, Story] => [
    name,
    { deaths: [], last },
  ])
  const { outcomes, wanted } = await liveAll(await threeAreDue(), Object.fromEntries(stories))
  expect(outcomes).toEqual(wanted)
})
