import { html } from './html.js'

/** Light or dark as the reader has it, and plain on paper. */
export const pageStyle = html`<style>
:root { color-scheme: light dark; --ink: #1c1c1c; --soft: #555; --line: #d0d0d0; --paper: #fff; --link: #0b57a4 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --soft: #b4b4b4; --line: #4a4a4a; --paper: #1b1b1d; --link: #8ec1ff }
}
body { margin: 0 auto; padding: 1.5rem; max-width: 44rem; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.8rem; line-height: 1.25 }
h2 { margin-top: 2.5rem; font-size: 1.3rem }
a { color: var(--link) }
dt { margin-top: 1rem; font-weight: 600 }
dd { margin: 0 }
ul { padding-left: 1.3rem }
.entries { padding: 0; list-style: none }
.entries > li { padding: 0.8rem 0; border-bottom: 1px solid var(--line); break-inside: avoid }
.entries > li:last-child { border-bottom: 0 }
.entries p { margin: 0 }
blockquote { margin: 0; padding-left: 1rem; border-left: 0.25rem solid var(--line) }
.words { white-space: pre-wrap }
.source { color: var(--soft); font-size: 0.9rem }
footer { margin-top: 3rem; border-top: 1px solid var(--line) }
@media print { body { max-width: none; padding: 0 } nav { display: none } }
</style>`
