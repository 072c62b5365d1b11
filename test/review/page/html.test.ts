import { expect, test } from 'vitest'
import { embeddedJson, html, verbatim } from '../../../generators/review/page/html.ts'

test('what is put into HTML is text, whatever is in it', () => {
  const name = `<img src=x onerror="alert('1')">&`
  expect(html`<p title="${name}">${name}</p>`.html).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">' +
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</p>',
  )
})

test('HTML put into HTML stays what it is, and of a list each item', () => {
  expect(html`<ul>${['a<', 'b'].map((one) => html`<li>${one}</li>`)}</ul>${verbatim('<hr>')}${3}`.html).toBe(
    '<ul><li>a&lt;</li><li>b</li></ul><hr>3',
  )
})

test('JSON in an element ends no element and opens no comment, and reads back as it was', () => {
  const value = { name: '</script><!-- <script>' }
  const { html: text } = embeddedJson(value)
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toEqual(value)
})
