// Before the first paint, so that a page in the dark does not flash.
const chosen = localStorage.getItem('practice-theme')
if (chosen) document.documentElement.dataset.theme = chosen
