import type { Files } from '../../../objects/kubernetes/config-map.ts'

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>BERT inference</title>
    <link rel="stylesheet" href="demo.css">
    <script src="demo.js" defer></script>
  </head>
  <body>
    <main>
      <h1>BERT inference</h1>
      <form>
        <label for="text">Text</label>
        <textarea id="text" rows="5" maxlength="10000" required></textarea>
        <button>Classify</button>
      </form>
      <p id="answer" role="status"></p>
    </main>
  </body>
</html>
`

const css = `body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #f6f6f4; color: #1b1b1b; }
main { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
label { display: block; font-weight: 600; }
textarea { width: 100%; box-sizing: border-box; font: inherit; padding: .5rem; }
button { margin-top: .5rem; padding: .5rem 1.25rem; font: inherit; cursor: pointer; }
[role="status"] { min-height: 3rem; font-variant-numeric: tabular-nums; }
`

const js = `const form = document.querySelector('form')
const answer = document.querySelector('#answer')

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const began = performance.now()
  answer.textContent = 'Asking the model'
  form.querySelector('button').disabled = true
  answer.textContent = await ask(document.querySelector('#text').value).catch((error) => String(error.message))
  answer.textContent += ' (' + Math.round(performance.now() - began) + ' ms)'
  form.querySelector('button').disabled = false
})

const ask = async (text) => {
  const response = await fetch('api/predict', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  })
  if (!response.ok) throw new Error('The model answered ' + response.status)
  const { label, score } = await response.json()
  return label + ': ' + (100 * score).toFixed(1) + ' %'
}
`

/** The page, in three files: no line of script or style stands in it, so that the browser may refuse any that does. */
export const page: Files = { 'index.html': html, 'demo.css': css, 'demo.js': js }
