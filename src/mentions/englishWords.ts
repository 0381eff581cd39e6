/** What news about services blames and praises them for, and AFINN lacks or weighs for another kind of text. */
export const ENGLISH: Readonly<Record<string, string>> = {
  '-4': `
    botched mismanagement mismanaged overcharged overcharging overcharges shambles shambolic unacceptable scandal
    scandals fiasco disgrace disgraceful appalling outrage outraged outrageous furious condemned condemns condemn
    slammed slams blasted blasts cover-up fined sued suing lawsuit lawsuits negligence negligent incompetence
    incompetent corruption corrupt chaos chaotic misconduct
  `,
  '-2': `
    backlog backlogs breakdown breakdowns broke broken crashed crashes criticised criticises criticizes criticises
    criticising criticizing delay delayed delays unreliable overcrowded overcrowding underfunded understaffed scrapped
    blunder blunders breach breached breaches complain complains leaks leaking leaked apologised apologises apologized
    apology apologise apologize outcry backlash uproar stranded overdue overspent overspend overrun neglected neglect
    inaccessible unpaid unsafe unanswered unfair unlawful illegal illegally resigned resigns resignation mouldy filthy
    inadequate poorly misled misleads misleading failures failings fails mishandled disruption disrupted disruptions
    cancellations walkout suspended abandoned substandard crumbling flawed bungled sewage
  `,
  '-1': `late slow slower queue queues cancelled cancellation closed closure missed worry worried cut cuts concerns`,
  '1': `faster quicker cheaper easier simpler improve improved improves improving improvement improvements helped helpful popular`,
  '2': `reliable punctual exemplary efficient thanked thanks thank praises trusted welcomed welcomes commended`,
  '4': `
    award-winning praise praised praising applauded applauds acclaimed outstanding exemplar excellent prize
    congratulated hailed celebrated
  `,
};

/** Words of AFINN that say what news is about, not what it thinks of it. */
export const ENGLISH_NEUTRAL = `
  alone care certain charge charged charges clean clear cool crime crimes crisis cut dead death deaths demand demands
  died disease disaster disasters drop emergency fight fighting fine fire fires flooding free funeral growing growth hard
  heat help helping helps ill illness interest interested interests join kill killed kind like likes limited matter
  matters murder natural no novel nature pay please poverty prison rich risk risks safe safety share shared shares sick
  solar stop stopped stops strike support supported supports supporting tax top trust united vulnerable vulnerability
  want wants war warm warming waste wealth welcome win wins win-win yes suffering victim victims violence warning warnings
  allow increase increased true best better easy ease promise promised hope hopes hoping solution solutions opportunity
  opportunities dear fit gross bomb attack attacks loss lost
`;

/** What a service does: to deny it is to blame. "Never answers", "without water", "did not come". */
export const ENGLISH_DENIED = `
  answer answers answered answering arrive arrived arrives arriving come comes came deliver delivered delivers explain explained
  fixed fix repaired respond responded reply replied paid refund refunded show turn turned work works worked working
  water power heating service buses bus electricity staff funding explanation notice driver drivers plan
`;

/** What follows is fought or mended: "fewer complaints", "to prevent delays". */
export const ENGLISH_REMEDIES = `
  against avoid avoids cut cuts cutting end ends fewer fight fighting fix fixed fixes less prevent prevents preventing
  prevention reduce reduced reduces reducing reduction repair repaired repairs resolve resolved stop stops tackle tackles
  tackling
`;
