import type { Document } from "../../src/domain/document.ts";
import { makeDocument } from "../make-document.ts";

const prose =
  "The harbour of Port Vale was opened in 1884, after six years of work, and for half a century the grain of three provinces left through it. Its two piers were built of granite from the quarries of Orlen; the northern one carries the light. Nobody who lived there then would have called the town small.";

function section(number: number): string {
  return `## Section ${number}: what the years brought

${prose}

In year ${number} of the survey, the harbour handled ${12_500 + number} containers and *no* ship was turned away. ${prose}

- The northern pier was lengthened by ${40 + number} metres.
- The southern pier was left as it was:
  1. its stones had settled,
  2. its crane was sold in ${1950 + number}.
- A third was drawn and never built.
`;
}

/** A long Markdown document with every kind of block. */
export const chronicle: Document = makeDocument({
  id: "chronicle",
  title: "The harbour of Port Vale: a chronicle",
  author: "Ada Quill",
  publisher: "The Port Vale Gazette",
  date: "2024-03-09",
  language: "en",
  url: "https://gazette.example/harbour?year=1884&page=2",
  mediaType: "text/markdown",
  text: `---
title: "The harbour of Port Vale: a chronicle"
author: Ada Quill
---

# The harbour of Port Vale: a chronicle

${prose}

> “A harbour is a promise,” the first warden wrote, “and a promise is kept in **stone**.”

### The trade in figures

| Year | Containers | Ships | Of these from abroad | Warden in that year |
|------|-----------:|------:|:--------------------:|---------------------|
| 1999 | 12,500 | 310 | 84 | Henrietta Blackwood-Forsythe |
| 2009 | 18,240 | 402 | 117 | Tom Orme |
| 2019 | 24,100 | 511 | 160 | Ines Calder |

The warden's log is kept as \`harbour.csv\`, one line a ship; see [the archive](https://archive.example/port-vale/harbour_(1884)/logs).

\`\`\`csv
date,ship,cargo,tonnes,berth,master,agent,remarks
1884-05-02,Margarethe,grain,310,N2,J. Holm,Calder & Sons,"first ship to make fast at the northern pier"
\`\`\`

---

${Array.from({ length: 12 }, (_, index) => section(index + 1)).join("\n")}
#### A last word

The last sentence of the chronicle stands here, and the light still turns.
`,
});

const pages = [
  `# Annual report of the harbour board\n\n## Summary\n\n${prose}\n\n${prose}`,
  `\n\nThe board met eleven times in the year under review. ${prose}\n\n## Accounts\n\n| Item | Sum |\n| --- | --- |\n| Dues | 41,200 |\n| Repairs | 18,900 |\n\n${prose} On the last day of the year`,
  `\nthe account stood at 22,300. ${prose}`,
];

/** As the parser of PDF writes it. */
export const report: Document = makeDocument({
  id: "report",
  title: "Annual report of the harbour board",
  publisher: "Harbour board",
  date: "2023-01-31",
  url: "https://board.example/report.pdf",
  mediaType: "application/pdf",
  pages: pages.map((_, index) => pages.slice(0, index).join("").length + (index === 0 ? 0 : 1)),
  text: pages.join(""),
});

export const letter: Document = makeDocument({
  id: "letter",
  title: "A letter from the warden",
  author: "Tom Orme",
  date: "1931-11-02",
  text: `A letter from the warden\n\nDear Ines,\n\n${prose}\n\n    Roses are red,\n    the lamp is lit,\nand * this * is no list.\n\n${prose}\n\n${prose} The storm broke the lamp on Friday. ${prose}\n\nYours,\nTom\n`,
});

const arabicProse =
  "افتُتح ميناء المدينة في عام 1884 بعد ستة أعوام من العمل، وخرجت منه حبوب ثلاث ولايات على مدى نصف قرن. بُني رصيفاه من الغرانيت، ويحمل الرصيف الشمالي المنارة.";
export const arabic: Document = makeDocument({
  id: "arabic",
  title: "تاريخ ميناء المدينة",
  author: "سلمى حداد",
  date: "2022-06-01",
  language: "ar",
  mediaType: "text/markdown",
  text: `# تاريخ ميناء المدينة\n\n${arabicProse}\n\n## الأرصفة\n\n- الرصيف الشمالي\n- الرصيف الجنوبي\n\n> الميناء وعد.\n\n${arabicProse} تضررت المنارة يوم الجمعة. ${arabicProse}\n\n## التجارة\n\n${arabicProse}\n\nThe company Calder & Sons kept its books in English.\n`,
});

const chineseProse =
  "港口于1884年开放，历时六年建成，半个世纪以来，三省的粮食都由此运出。两座码头用花岗岩砌成，北码头上立着灯塔。当时住在那里的人，没有谁会说这座城镇小。";
/** States no language. */
export const chinese: Document = makeDocument({
  id: "chinese",
  title: "港口编年史",
  date: "2021-10-01",
  mediaType: "text/markdown",
  text: `# 港口编年史\n\n${chineseProse}\n\n## 码头\n\n${chineseProse}灯塔在星期五损坏。${chineseProse}\n\n## 贸易\n\n| 年份 | 集装箱 |\n|---|---|\n| 1999 | 12500 |\n\n${chineseProse}\n`,
});

export const readerDocuments = [chronicle, report, letter, arabic, chinese];

/** A link to the sentences that are quoted, as an answer would carry them. */
export function readPath({ id, text }: Document, quotes: readonly string[] = []): string {
  const cites = quotes.map((quote) => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`not in ${id}: ${quote}`);
    return `cite=${start}-${start + quote.length}&quote=${encodeURIComponent(quote)}`;
  });
  return `/read/${id}${cites.length > 0 ? "?" : ""}${cites.join("&")}`;
}
