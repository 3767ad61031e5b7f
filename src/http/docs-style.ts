/** The pages of the API and of the widget. */
export const docsStyle = `
.api nav { margin-top: clamp(1.5rem, 4vw, 2.5rem); }
`;
