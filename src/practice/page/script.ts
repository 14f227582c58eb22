/** What the page does in the browser. Everything shown is set as text, never as markup. */
export const script = String.raw`
const at = (id) => document.getElementById(id)
let user = localStorage.user || '', channel = localStorage.channel || '', thread = ''
let shown = '', asking = false, again = false

function make(tag, text, more) {
  const node = document.createElement(tag)
  if (text) node.textContent = text
  return Object.assign(node, more || {})
}
async function act(what) {
  const answer = await fetch('/page/deed', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, channel, ...what }),
  }).then((response) => response.json()).catch((cause) => ({ error: String(cause) }))
  at('notice').textContent = answer.error || (answer.errors || []).join('\n')
  look()
  return answer
}
function fill(select, items, chosen) {
  select.replaceChildren(...items.map((item) => new Option(item.kind ? item.name + ' (' + item.kind + ')' : item.name, item.id)))
  select.value = chosen
}
function options(select, list) {
  select.replaceChildren(new Option('', ''), ...list.map((item) => new Option(item.text, item.value)))
}

/* A control acts at once, or waits in a form until that is submitted: then its value is read from .given(). */
function control(item, where, scene) {
  if (item.kind === 'button') return make('button', item.label, { type: 'button', onclick: () => act({ do: 'press', name: item.name, ...where }) })
  const label = make('label', item.label)
  const field = make(item.kind === 'long text' ? 'textarea' : ['date', 'time', 'text'].includes(item.kind) ? 'input' : 'select')
  if (item.kind === 'date' || item.kind === 'time') field.type = item.kind
  field.multiple = item.kind === 'several'
  if (item.options) options(field, item.options)
  if (item.kind === 'person') options(field, scene.people.map((one) => ({ text: one.name, value: one.id })))
  if (item.kind === 'place') options(field, scene.places.map((one) => ({ text: one.name, value: one.id })))
  if (item.value) field.value = item.value
  let found = []
  if (item.kind === 'suggest') {
    const query = make('input', '', { placeholder: 'Type to look', 'ariaLabel': 'Look for ' + item.label })
    query.oninput = async () => {
      found = (await act({ do: 'suggest', name: item.name, query: query.value, ...where })).options || []
      options(field, found)
    }
    label.append(query)
  }
  field.given = () => item.kind === 'suggest' ? (found.find((one) => one.value === field.value) || {}).option
    : item.kind === 'several' ? [...field.selectedOptions].map((one) => one.value) : field.value
  field.name = item.name
  if (!item.waits) field.onchange = () => act({ do: 'choose', name: item.name, value: field.given(), ...where })
  label.append(field)
  return label
}
function parts(list, where, scene) {
  return list.flatMap((part) => [make('div', part.text), ...part.controls.map((item) => control(item, where, scene))])
}
function message(item, scene) {
  const box = make('article', '', { className: (item.isEphemeral ? 'ephemeral ' : '') + (item.isReply ? 'reply' : '') })
  const note = (item.isEphemeral ? ' · only you see this' : '') + (item.isEdited ? ' · edited' : '')
  box.append(make('small', item.by + ' · ' + item.at.slice(0, 16).replace('T', ' ') + note))
  box.append(...parts(item.parts, { ts: item.ts }, scene))
  if (item.isEphemeral) return box
  for (const one of item.reactions) {
    box.append(make('button', ':' + one.name + ': ' + one.count, { type: 'button', onclick: () => act({ do: 'react', ts: item.ts, emoji: one.name, off: one.mine }) }))
  }
  const emoji = make('input', '', { size: 18, placeholder: 'telephone_receiver', ariaLabel: 'Reaction' })
  emoji.setAttribute('list', 'emoji')
  box.append(emoji, make('button', 'React', { type: 'button', onclick: () => act({ do: 'react', ts: item.ts, emoji: emoji.value || emoji.placeholder }) }))
  box.append(make('button', 'Reply', { type: 'button', onclick: () => { thread = item.ts; at('thread').textContent = 'in a thread'; at('line').focus() } }))
  return box
}
function form(box, view, scene) {
  box.hidden = !view
  if (!view) return box.replaceChildren()
  box.replaceChildren(make('h2', view.title), ...parts(view.parts, { view: view.id }, scene))
  if (box.id !== 'modal') return
  const submit = () => {
    const fields = [...box.querySelectorAll('[name]')].filter((field) => field.given)
    act({ do: 'submit', values: Object.fromEntries(fields.map((field) => [field.name, field.given() ?? null])) })
  }
  if (view.canSubmit) box.append(make('button', 'Submit', { type: 'button', onclick: submit }))
  box.append(make('button', 'Close', { type: 'button', onclick: () => act({ do: 'close' }) }))
}
async function look() {
  if (asking) { again = true; return }
  asking = true
  const query = new URLSearchParams({ user, channel })
  const scene = await fetch('/page/scene?' + query).then((response) => response.json()).catch(() => undefined)
  asking = false
  if (scene && scene.error) at('notice').textContent = scene.error
  else if (scene && JSON.stringify(scene) !== shown) show(scene)
  if (again) { again = false; look() }
}
function show(scene) {
  const before = shown ? JSON.parse(shown) : {}
  shown = JSON.stringify(scene)
  user = localStorage.user = scene.me || ''
  channel = localStorage.channel = scene.here || ''
  fill(at('user'), scene.people, user)
  fill(at('channel'), scene.places, channel)
  at('now').textContent = scene.now.slice(0, 16).replace('T', ' ') + ' UTC'
  const differs = (key) => JSON.stringify(scene[key]) !== JSON.stringify(before[key])
  /* Only what changed is drawn again, so that nothing half typed is lost. */
  if (differs('messages')) {
    at('messages').replaceChildren(...scene.messages.map((item) => message(item, scene)))
    at('line').scrollIntoView({ block: 'nearest' })
  }
  if (differs('modal')) form(at('modal'), scene.modal, scene)
  if (differs('home')) form(at('home'), scene.home, scene)
  at('problems').replaceChildren(...scene.problems.map((text) => make('p', text)))
}
const move = (to) => act({ do: 'clock', to })
at('user').onchange = () => { user = at('user').value; look() }
at('channel').onchange = () => { channel = at('channel').value; thread = ''; at('thread').textContent = ''; look() }
at('open-home').onclick = () => act({ do: 'home' })
at('move').onclick = () => move(at('to').value + 'Z')
for (const button of document.querySelectorAll('[data-ahead]')) {
  button.onclick = () => move(new Date(Date.parse(JSON.parse(shown).now) + Number(button.dataset.ahead) * 1000).toISOString())
}
/* A few minutes after nine where the practice team works, on the American east coast (after ten in summer). */
at('morning').onclick = () => {
  const to = new Date(JSON.parse(shown).now)
  do { to.setUTCDate(to.getUTCDate() + (to.getUTCHours() < 14 && !to.moved ? 0 : 1)); to.setUTCHours(14, 5, 0, 0); to.moved = true }
  while (to.getUTCDay() % 6 === 0)
  move(to.toISOString())
}
at('composer').onsubmit = async (event) => {
  event.preventDefault()
  const text = at('line').value
  if (!text.trim()) return
  const answer = await act({ do: 'type', text, ts: thread })
  if (answer.error) return
  at('line').value = ''
  thread = at('thread').textContent = ''
}
const emoji = ['telephone_receiver', 'envelope', 'coffee', 'handshake', 'speech_balloon', 'ear', 'memo']
const list = make('datalist', '', { id: 'emoji' })
list.append(...emoji.map((name) => new Option(name)))
document.body.append(list)
new EventSource('/page/changes').onmessage = look
look()
`
