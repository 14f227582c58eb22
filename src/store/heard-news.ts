import { sql } from 'kysely'
import type { Home } from '../domain/audience.js'
import type { Bound } from './bound.js'
import { home } from './codec.js'
import { isOpenNews } from './derived.js'
import { KeptQuery } from './kept-query.js'
import { openRoleQuestions } from './role-question-store.js'

/** Recorded by what a source claimed: whoever typed news knows it, and whoever has a file does not. */
const isClaimed = sql<boolean>`exists (select 1 from role_questions as c
  where c.workspace_id = e.workspace_id and c.person_id = e.person_id and c.news_id = e.id)`
const isElsewhere = sql<boolean>`p.home <> e.home`

/** Open news that sources told in a place about people who live elsewhere. */
export const newsHeardIn = (bound: Bound, place: Home) =>
  bound
    .news()
    .selectAll('e')
    .where(
      sql<boolean>`e.id in (select c.news_id from role_questions as c
        where c.workspace_id = ${bound.workspaceId} and c.home = ${place} and c.news_id is not null)`,
    )
    .where('e.home', '=', place)
    .where(isElsewhere)
    .where(isOpenNews)
    // By the bare column SQLite would walk all news in that order.
    .orderBy(sql`e.act_seq + 0`)
    .orderBy('e.id')

/** Open questions about the roles of people who live elsewhere. */
export const askedIn = (bound: Bound, place: Home) =>
  openRoleQuestions(bound)
    .selectAll('e')
    .where('e.home', '=', place)
    .where(isElsewhere)
    .orderBy('e.act_seq')
    .orderBy('e.id')

/**
 * Where people live about whom there is news, or a change of role to ask about, that no post has carried; and where
 * sources told some of those who live elsewhere. The reason names it as its occasion.
 */
export const homesWithNews = async (bound: Bound): Promise<readonly Home[]> => {
  const found = [...(await bound.ask(homesOfNews, {})), ...(await bound.ask(homesOfQuestions, {}))]
  return [...new Set(found.flatMap(({ theirs, told }) => (told === null ? [theirs] : [theirs, told])))].map(
    home,
  )
}

const carried = (bound: Bound) =>
  bound
    .books()
    .raised()
    .select('r.nudge_id')
    .where(sql<boolean>`r.person_id = e.person_id and r.occasion = e.id`)
const uncarriedNews = (bound: Bound) =>
  bound
    .news()
    .where(sql<boolean>`p.open_news = 1`)
    // Those few first: all the news there ever was would be walked at every beat.
    .where(
      sql<boolean>`e.person_id in (select w.id from people as w
        where w.workspace_id = ${bound.workspace} and w.open_news = 1)`,
    )
    .where(isOpenNews)
    .where(({ not, exists }) => not(exists(carried(bound))))
const uncarriedQuestions = (bound: Bound) =>
  openRoleQuestions(bound).where(({ not, exists }) => not(exists(carried(bound))))

/** Where they live, and where it was told, if that is elsewhere. */
const homesOfNews = new KeptQuery((bound: Bound) =>
  uncarriedNews(bound)
    .select('p.home as theirs')
    .select(sql<string | null>`case when ${isElsewhere} and ${isClaimed} then e.home end`.as('told'))
    .distinct(),
)
const homesOfQuestions = new KeptQuery((bound: Bound) =>
  uncarriedQuestions(bound)
    .select('p.home as theirs')
    .select(sql<string | null>`case when ${isElsewhere} then e.home end`.as('told'))
    .distinct(),
)
