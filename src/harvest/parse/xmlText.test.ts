import { expect, test } from 'vitest';
import { xmlText } from './xmlText.ts';

test.for([
  ['agua', 'agua'],
  ['a &amp; b &lt;i&gt; &quot;&apos;', 'a & b <i> "\''],
  ['&#241;&#xF1;&#XF1;&ntilde;&hellip;', 'ññññ…'],
  ['&#146;', '’'],
  ['&mine; &amp;mine;', '&mine; &mine;'],
  ['a & b && c &; &#; &#x;', 'a & b && c &; &#; &#x;'],
  ['?a=1&b=2&copy=3', '?a=1&b=2&copy=3'],
  ['&amp;amp;', '&amp;'],
  ['&', '&'],
] as const)('%j is %j', ([raw, text]) => {
  expect(xmlText(raw)).toBe(text);
});
