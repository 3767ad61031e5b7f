/** The text of a document: a measure of some 65 characters in a serif, whatever blocks it is made of. */
export const readerTextStyle = `
article { margin-top: 2rem; font: 400 1.1875rem/1.65 var(--serif); font-kerning: normal; hanging-punctuation: first allow-end; }
article:lang(zh), article:lang(ja), article:lang(ko) { font-size: 1.125rem; line-height: 1.85; }
article:lang(zh), article:lang(ja) { text-align: justify; }
article:lang(ar), article:lang(fa), article:lang(ur), article:lang(he) { font-family: "Noto Naskh Arabic", "Geeza Pro", "Noto Serif Hebrew", var(--serif); line-height: 1.9; }
article p, article li, article h2, article h3, article h4, article h5, article h6, h1 { unicode-bidi: plaintext; text-align: start; }
article > * + *, article blockquote > * + * { margin-top: 1.1em; }
article p { text-wrap: pretty; hyphens: manual; }
.said { display: none; }

article h2, article h3, article h4, article h5, article h6 { font-weight: 600; line-height: 1.25; text-wrap: balance; }
article > h2 { margin-top: 2em; font-size: 1.5rem; letter-spacing: -.01em; }
article > h3 { margin-top: 1.75em; font-size: 1.25rem; }
article > h4 { margin-top: 1.5em; font-size: 1.1875rem; }
article > h5, article > h6 { margin-top: 1.5em; font-size: 1rem; font-family: var(--sans); }
article > :is(h2, h3, h4, h5, h6) + * { margin-top: .6em; }
article > .said:first-child + :is(h2, h3, h4, h5, h6), article > :is(h2, h3, h4, h5, h6):first-child { margin-top: 0; }

article ul, article ol { padding-inline-start: 1.5em; }
article li + li, article li > * + * { margin-top: .35em; }
article li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
blockquote { padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--line); }
article blockquote { font-style: italic; }
article blockquote em, article:is(:lang(zh), :lang(ja), :lang(ko), :lang(ar), :lang(fa), :lang(ur), :lang(he)) blockquote { font-style: normal; }
hr { width: 5rem; margin: 2em auto; border: 0; border-top: 1px solid var(--soft); }

article code { font: .85em/1.5 var(--mono); }
article :not(pre) > code { padding: .1em .3em; border-radius: 4px; background: light-dark(#efeae0, #262320); overflow-wrap: anywhere; }
pre { padding: .875rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: light-dark(#f4f0e8, #1d1b19); font: .875rem/1.55 var(--mono); white-space: pre; overflow-x: auto; direction: ltr; text-align: left; }
article pre code { font: inherit; }
.info { color: var(--soft); font: .8125rem/1.4 var(--sans); }
article .info + pre { margin-top: .375rem; }
.matter summary { font: .9375rem/1.4 var(--sans); }
.matter pre { margin-top: .5rem; white-space: pre-wrap; }
.target { color: var(--soft); font: .8em var(--sans); margin-inline-start: .25em; overflow-wrap: anywhere; }

.table { overflow-x: auto; }
table { border-collapse: collapse; min-width: 100%; font: .9375rem/1.45 var(--sans); font-variant-numeric: tabular-nums lining-nums; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: normal; }
th { border-bottom-color: var(--soft); font-weight: 600; vertical-align: bottom; }
:is(th, td):first-child { padding-inline-start: 0; }
.center { text-align: center; }
.end { text-align: end; }

.page { scroll-margin-block: 4.5rem; color: var(--soft); font: .75rem/1 var(--sans); font-variant-numeric: tabular-nums; user-select: none; }
div.page { display: flex; align-items: center; gap: .625rem; }
div.page::before { content: "page " attr(data-page); }
div.page::after { content: ""; flex: 1; border-top: 1px solid var(--line); }
span.page::before { content: attr(data-page); margin-inline: .25em; padding: .125em .375em; border: 1px solid var(--line); border-radius: .5em; vertical-align: .25em; }

.anchor { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; margin-inline-start: .25rem; color: var(--soft); font: 1rem/1.5rem var(--sans); text-align: center; text-decoration: none; user-select: none; opacity: 0; }
.anchor::before { content: "¶" / ""; }
:is(p:hover, p:target) > .anchor, .anchor:focus-visible { opacity: 1; }
p:target { text-decoration: none; }
`;
