import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from './charset.ts';
import { sniffCharset } from './sniffCharset.ts';

const RUSSIAN =
  '<t>Городская вода снова пригодна для питья, сообщает управление после долгой проверки</t>';
const CHINESE = '<t>今天我们在学校学习新的方法，老师说这是我们自己的工作，大家都要努力。</t>';
const TRADITIONAL = '<t>今天我們在學校學習新的方法，老師說這是我們自己的工作，大家都要努力。</t>';
const JAPANESE = '<t>きょうは水について新しいことを学びました。みんなで考えるのはたのしい。</t>';

test.for([
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['iso-8859-5', RUSSIAN],
  ['gb18030', CHINESE],
  ['big5', TRADITIONAL],
  ['euc-jp', JAPANESE],
  ['shift_jis', JAPANESE],
  ['euc-kr', '<t>오늘 우리는 학교에서 물에 대하여 새로운 것을 배웠습니다</t>'],
  ['windows-1253', '<t>Το νερό της πόλης είναι και πάλι κατάλληλο για όλους τους κατοίκους</t>'],
  ['windows-874', '<t>น้ำในเมืองกลับมาดื่มได้อีกครั้งหลังจากการตรวจสอบ</t>'],
] as const)('%s is told by its letters', ([charset, text]) => {
  const bytes = iconv.encode(text, charset);
  expect(sniffCharset(bytes)).toBe(charset);
  expect(decodeText(bytes)).toEqual({ text, charset });
});

test.for([
  'La campaña contra la sequía empezará mañana en León, según ha dicho la alcaldesa en la televisión',
  'Größere Überschwemmungen können auch kleinere Städte treffen',
  'Forêt brûlée, été écourté, élèves à l’école: où est passée l’eau',
  'ÁÉÍÓÚ ÑÇ',
])('%s is Western', (text) => {
  const bytes = iconv.encode(text, 'win1252');
  expect(sniffCharset(bytes)).toBeUndefined();
  expect(decodeText(bytes)).toEqual({ text, charset: 'windows-1252' });
});
