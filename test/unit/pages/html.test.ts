import { describe, expect, test } from '@jest/globals';
import { attributes, html } from '../../../src/pages/html.ts';

describe('html', () => {
  test('what a guest typed is text, in content and in attributes', () => {
    const typed = `"><script>alert('1')</script>&`;
    const safe = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;';
    expect(html`<p title="${typed}">${typed}</p>`.markup).toBe(`<p title="${safe}">${safe}</p>`);
  });

  test('markup goes into markup as it is, lists are joined, and nothing is nothing', () => {
    const items = ['a', '<'].map((text) => html`<li>${text}</li>`);
    expect(html`<p>${items}${undefined}${false}${0}</p>`.markup).toBe('<p><li>a</li><li>&lt;</li>0</p>');
  });

  test('an attribute is written, named alone or left out', () => {
    expect(attributes({ value: '"', required: true, hidden: false, id: undefined, size: 2 }).markup).toBe(
      ' value="&quot;" required size="2"',
    );
  });
});
