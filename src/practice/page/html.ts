/** The plainest page: markup and style. What it does is in script.ts. */
export const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Practice Slack</title>
<style>
  body { font: 16px/1.4 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
  header, form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-bottom: 1rem; }
  label { display: grid; font-size: .85rem; gap: .2rem; }
  input, select, textarea, button { font: inherit; padding: .3rem .5rem; }
  #line { flex: 1; min-width: 15rem; }
  article { border-left: .2rem solid #ccc; margin: .6rem 0; padding-left: .6rem; white-space: pre-wrap; }
  article.ephemeral { background: #f4f4fb; border-color: #88c; }
  article.reply { margin-left: 2rem; }
  small { color: #555; }
  #modal { border: .2rem solid #444; margin: 1rem 0; padding: 1rem; white-space: pre-wrap; }
  #modal label, #home label { margin: .5rem 0; }
  #notice { color: #a00; white-space: pre-wrap; }
</style>
</head>
<body>
<header>
  <label>You are <select id="user"></select></label>
  <label>Place <select id="channel"></select></label>
  <button id="open-home" type="button">Home</button>
</header>
<header aria-label="Clock">
  <span>It is <time id="now"></time></span>
  <button id="morning" type="button">Next working morning</button>
  <button data-ahead="3600" type="button">An hour on</button>
  <button data-ahead="86400" type="button">A day on</button>
  <button data-ahead="1814400" type="button">Three weeks on</button>
  <label>or to (UTC) <input id="to" type="datetime-local"></label>
  <button id="move" type="button">Move the clock</button>
</header>
<main id="messages" aria-live="polite"></main>
<form id="composer">
  <input id="line" autocomplete="off" aria-label="Message or command" placeholder="A message, or /person ...">
  <button>Send</button>
  <span id="thread"></span>
</form>
<p id="notice" role="alert"></p>
<section id="modal" hidden></section>
<section id="home" hidden></section>
<details><summary>What Slack would have refused</summary><div id="problems"></div></details>
<script src="/page/script.js"></script>
</body>
</html>
`
