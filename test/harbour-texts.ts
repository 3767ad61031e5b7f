/** A corpus of three invented documents, by file name, on which questions have one right sentence each. */
export const harbourTexts: Readonly<Record<string, string>> = {
  "harbour.md": `# The harbour of Port Vale

## History

The harbour of Port Vale was opened on 3 May 1850. It was built by the Stone Company within six years. Ada Stone designed its breakwater.

## Trade

In 1999 the harbour handled 12,500 containers. About 40 percent of them held timber. Fishing ended in 1974 because the herring had disappeared.
`,
  "lighthouse.txt": `The lighthouse on Gull Rock

The lighthouse on Gull Rock is 48 metres tall. Its lamp was replaced in 1931 by an electric one. The last keeper, Tom Hale, retired in 1986.

Visitors can climb the tower between 10:00 and 16:30. A ticket costs $4. Dogs are not allowed on the stairs.
`,
  "museum.md": `# The bread museum

The bread museum stands in Mill Street. It shows 300 loaves from 21 countries. The oldest loaf was baked in 1782.

- The museum is closed on Mondays.
- School classes enter free of charge.
`,
};
