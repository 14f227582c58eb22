import type { PersonExport } from '../../app/export/export-person.js'
import { aroundYou, changesOfRole } from './around.js'
import { contacts, notesOf } from './from-talks.js'
import { type Html, html, none, typed } from './html.js'
import { longDate } from './long-dates.js'
import { daysInMind, promises, questions } from './promises.js'
import { type Section, teammateNamed } from './section.js'
import { whatSourcesSay } from './sources-say.js'
import { pageStyle } from './style.js'
import { whatWeTried } from './tried.js'
import { howWeKeepInTouch, whoYouAre } from './who-you-are.js'

/**
 * "What we know about you": a page by itself, fit to be given to the person it is about. It has no scripts and asks for
 * nothing from anywhere; everything on it says who wrote it, and when.
 */
export const personPage = (known: PersonExport): string => {
  const { person } = known.dossier
  const sections = sectionsOf(known).filter(({ body }) => body.length > 0)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>What we know about you, ${person.name}</title>
${pageStyle}
</head>
<body>
<main>
<header>
<h1>What we know about you, ${typed(person.name)}</h1>
<p>Our team writes down what helps us to be of use to you. This page holds all of it that
${teammateNamed(known, known.askedBy)} can see, as of ${longDate(known.on)}: in our words where we noticed something,
and in yours where you told us.</p>
</header>
${contents(sections)}
${sections.map(sectionOf)}
</main>
<footer>
<p>Something is wrong, or should not be here? Tell ${teammateNamed(known, person.ownerId)}, who looks after our contact
with you: we put it right, or forget it.</p>
</footer>
</body>
</html>
`
  return page.source
}

const sectionsOf = (known: PersonExport): readonly Section[] => [
  whoYouAre(known),
  notesOf(known, 'heard'),
  notesOf(known, 'situation'),
  notesOf(known, 'note'),
  contacts(known),
  promises(known, 'promise'),
  promises(known, 'step'),
  daysInMind(known),
  questions(known),
  aroundYou(known),
  changesOfRole(known),
  whatSourcesSay(known),
  whatWeTried(known),
  howWeKeepInTouch(known),
]

const contents = (sections: readonly Section[]): Html =>
  sections.length < 4
    ? none
    : html`<nav aria-label="On this page">
<ul>
${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`)}</ul>
</nav>`

const sectionOf = ({ id, title, body }: Section): Html => html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${body}
</section>
`
