/** What one payload does if it comes alive: `run` is a script that calls `executed(id)`, `load` an address of another server. */
export interface Aim {
  readonly run: string;
  readonly load: string;
}

export type Vector = (aim: Aim) => string;

/** HTML that runs a script by itself, without a click. */
const runningVectors: readonly Vector[] = [
  ({ run }) => `<script>${run}</script>`,
  ({ run }) => `<ScRiPt >${run}</sCrIpT >`,
  ({ run }) => `<img src=x onerror=${run}>`,
  ({ run }) => `<img/src="x"/onerror="${run}"/>`,
  ({ run }) => `<IMG SRC='x' oNeRrOr='${run}'>`,
  ({ run }) => `<img src=x\tonerror\n=\r"${run}">`,
  ({ run }) => `<image src=x onerror=${run}>`,
  ({ run }) => `<svg onload=${run}></svg>`,
  ({ run }) => `<svg><script>${run}</script></svg>`,
  ({ run }) => `<svg><animate onbegin=${run} attributeName=x dur=1s></animate></svg>`,
  ({ run }) => `<details open ontoggle=${run}><summary>x</summary></details>`,
  ({ run }) => `<video><source onerror=${run}></video>`,
  ({ run }) => `<audio src=x onerror=${run}></audio>`,
  ({ run }) => `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  ({ run }) => `<iframe src="javascript:parent.${run}"></iframe>`,
  ({ run }) => `<object data="x" onerror=${run}></object>`,
  ({ run }) => `<input autofocus onfocus=${run}>`,
  ({ run }) => `<style onload=${run}>b{}</style>`,
  ({ run }) => `<p style="animation:breathe 1ms" onanimationend=${run}>x</p>`,
  ({ run }) => `<template shadowrootmode=open><img src=x onerror=${run}></template>`,
  ({ run }) => `<math><mtext><img src=x onerror=${run}></mtext></math>`,
];

/** HTML that fetches something from another server by itself. */
const loadingVectors: readonly Vector[] = [
  ({ load }) => `<img src="${load}">`,
  ({ load }) => `<img srcset="${load} 1x">`,
  ({ load }) => `<picture><source srcset="${load}"><img></picture>`,
  ({ load }) => `<video poster="${load}"></video>`,
  ({ load }) => `<script src="${load}"></script>`,
  ({ load }) => `<link rel=stylesheet href="${load}">`,
  ({ load }) => `<style>@import "${load}";</style>`,
  ({ load }) => `<iframe src="${load}"></iframe>`,
  ({ load }) => `<object data="${load}"></object>`,
  ({ load }) => `<embed src="${load}">`,
  ({ load }) => `<svg><image href="${load}"></image></svg>`,
  ({ load }) => `<p style="background:url(${load})">x</p>`,
  ({ load }) => `<input type=image src="${load}">`,
];

/** What may stand before markup so that it leaves the place it was put in. */
const breaks: readonly string[] = [
  "",
  `">`,
  `'>`,
  "</p></div></section>",
  "</textarea>",
  "</title></head><body>",
  "</style>",
  "</script>",
  "-->",
  "]]>",
  "</template></noscript>",
  "\u0000<\u0000>",
];

/** Every way out with every vector. */
export const markupVectors: readonly Vector[] = breaks.flatMap((opening) =>
  [...runningVectors, ...loadingVectors].map(
    (vector): Vector =>
      (aim) =>
        opening + vector(aim),
  ),
);

/** Markup that changes its meaning when it is parsed, written out and parsed again, or that hides in another language. */
export const mutatingVectors: readonly Vector[] = [
  `<noscript><p title="</noscript>RUNNER">`,
  `<svg></p><style><a id="</style>RUNNER">`,
  `<math><mi><mglyph><style><!--</style>RUNNER--></style></mglyph></mi></math>`,
  `<form><math><mtext></form><form><mglyph><style></math>RUNNER`,
  `<svg><desc><noscript></noscript></desc>RUNNER</svg>`,
  `<table><a><tr><td>RUNNER</td></tr></a></table>`,
  `<xmp><p title="</xmp>RUNNER">`,
  `<svg><![CDATA[><image xlink:href="]]>RUNNER">`,
  `<!--><b>RUNNER-->`,
  `<!-- --!>RUNNER-->`,
  `<![CDATA[RUNNER]]>`,
  `<?xml version="1.0"?>RUNNER`,
  `<select><option>RUNNER</option></select>RUNNER`,
  `<title>x</title>RUNNER`,
  `<b/>RUNNER</b/>`,
  `<x-y is=annalist-chat>RUNNER</x-y>`,
].map(
  (pattern): Vector =>
    ({ run }) =>
      pattern.replaceAll("RUNNER", `<img src=x onerror=${run}>`),
);
