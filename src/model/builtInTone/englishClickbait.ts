import type { BuiltInToneRule } from '../toneRules.ts';

/** Titles that keep back what they are about, in English. */
export const ENGLISH_CLICKBAIT: readonly BuiltInToneRule[] = [
  {
    id: 'you-wont-believe',
    category: 'clickbait',
    strength: 0.95,
    phrase:
      "you (won't|will not|can't|cannot) believe | you [ll|will] never guess | have to see to believe",
    matches: ['You won’t believe what it costs'],
    misses: ['They do not believe the promise'],
  },
  {
    id: 'what-happened-next',
    category: 'clickbait',
    strength: 0.95,
    phrase: '(what|guess what) (happens|happened) (next|when|after|if)',
    matches: ['She opened the door. What happened next'],
    misses: ['What happened in the assembly'],
  },
  {
    id: 'blow-your-mind',
    category: 'clickbait',
    strength: 0.95,
    phrase:
      'blow[s] your mind | mind-blowing | jaw-dropping | make[s] you (cry|laugh|smile|think|want|rethink|question) | restore your faith',
    matches: ['These photos will make you cry'],
    misses: ['The wind blows from the sea'],
  },
  {
    id: 'weird-trick',
    category: 'clickbait',
    strength: 0.95,
    phrase: '(this|these|one) [one|simple|weird|easy|#] [simple|weird|easy] (trick|hack|secret)[s]',
    matches: ['This one weird trick saves water'],
    misses: ['The trick was never shown'],
  },
  {
    id: 'numbered-list',
    category: 'clickbait',
    in: 'title',
    strength: 0.9,
    phrase:
      '^ [the|these|here are|top|our] [top|the] (#|three|four|five|six|seven|eight|nine|ten|twelve) ~ (thing|way|reason|secret|tip|fact|sign|time|photo|picture|question|product|gift|lesson|mistake|trick|hack|idea|lie|recipe|stage|struggle|moment|tweet)s',
    note: 'Say which is the first.',
    matches: ['7 ways to save water', 'The five most common mistakes'],
    misses: ['Seven towns without water', 'There are 7 ways'],
  },
  {
    id: 'this-is-why',
    category: 'clickbait',
    in: 'title',
    strength: 0.85,
    phrase:
      "^ (this|that) is (why|how|what|the) | ^ (heres|here [s|is|are]) (why|how|what|the) | (and|:) here's (why|how|what)",
    note: 'Put the answer in the title.',
    matches: ['This is why the bill went up', 'Here’s how to read it'],
    misses: ['Why the bill went up'],
  },
  {
    id: 'quiz',
    category: 'clickbait',
    in: 'title',
    strength: 0.9,
    phrase:
      '(which|what) ~ are you | can (you|we) guess | how (many|well) ~ do you (know|remember) | only ~ will understand | are you (a|more)',
    matches: ['Which town are you?', 'How well do you know your river?'],
    misses: ['Which town has most water'],
  },
  {
    id: 'you-need-to-know',
    category: 'clickbait',
    in: 'title',
    strength: 0.8,
    phrase:
      "[everything] you (need|have|should|must|ought) to (know|see|stop|try|read|do) | you should (never|always|be|know) | you (never|didn't) (knew|know) | you're (doing|probably)",
    matches: ['Everything you need to know about the bill'],
    misses: ['What the bill says'],
  },
  {
    id: 'the-real-reason',
    category: 'clickbait',
    in: 'title',
    strength: 0.8,
    phrase:
      'the (real|surprising|shocking|secret|hidden|one|simple|strange) (reason|truth|thing|story) | the truth about | (no one|nobody) (tells|told|talks about|wants|is talking about) | everyone is talking about',
    matches: ['The real reason the bill went up', 'What nobody tells you about water'],
    misses: ['The reason for the delay'],
  },
  {
    id: 'superlatives',
    category: 'clickbait',
    in: 'title',
    strength: 0.6,
    phrase:
      'hilarious[ly] | adorable | insane[ly] | epic | shocking[ly] | unbelievabl* | incredibl* | heartwarming',
    matches: ['An unbelievable fountain'],
    misses: ['An old fountain'],
  },
  {
    id: 'whole-question',
    category: 'clickbait',
    in: 'title',
    strength: 0.6,
    severity: 'note',
    phrase:
      '^ (is|are|can|could|does|do|did|was|were|will|would|should|has|have|why|what|who|how) ... ? $',
    note: 'If the answer is known, let it be the title.',
    matches: ['Is the river rising?', 'Why does it cost so much?'],
    misses: ['The river is rising', 'Rising rivers: who pays?'],
  },
  {
    id: 'went-viral',
    category: 'clickbait',
    in: 'title',
    strength: 0.7,
    phrase:
      "(went|gone|goes|going) viral | break[s|ing] the internet | the internet (is|can't|loves|lost|reacts)",
    matches: ['The bench that broke? It is breaking the internet'],
    misses: ['A viral infection'],
  },
];
