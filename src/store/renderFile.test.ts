import { expect, test } from 'vitest';
import { renderFile } from './renderFile.ts';

test('a pick is written in one order, whatever order its keys come in', () => {
  const data = {
    why: [{ signal: 'base', points: 60 }],
    decision: 'keep',
    image: 'https://water.example/rain.jpg',
    suggestedTopics: ['clima'],
    score: 60,
    topics: ['agua'],
    audience: 'everybody',
    lead: true,
    kept: '2026-11-21',
    harvested: '2026-11-18T06:00:00Z',
    language: 'es',
    source: 'rios',
    url: 'https://water.example/rain',
    title: 'Rain gardens',
    id: '0123456789ab',
  };
  expect(renderFile('picks', data, 'My words.')).toBe(`---
id: "0123456789ab"
title: "Rain gardens"
url: "https://water.example/rain"
source: "rios"
language: "es"
harvested: "2026-11-18T06:00:00Z"
kept: "2026-11-21"
lead: true
topics: ["agua"]
audience: "everybody"
score: 60
why:
  - signal: "base"
    points: 60
image: "https://water.example/rain.jpg"
suggestedTopics: ["clima"]
decision: "keep"
---

My words.
`);
});
