import { escapeHtml } from "./escape-html.ts";
import { describeFields, exampleOf, type JsonSchema } from "./json-schema.ts";
import { renderPage } from "./page-shell.ts";

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Contents }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
}

type Contents = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** What the page reads of an OpenAPI document. */
interface Api {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/**
 * An OpenAPI document of ours as a page: each route with its parameters, its body and what it answers. It holds no inline
 * script or style; `/docs/try.js` puts forms in the place of the examples.
 */
export function renderDocsPage(description: Readonly<Record<string, unknown>>): string {
  const api = description as unknown as Api;
  const routes = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  return renderPage({
    title: `${api.info.title}: API`,
    description: api.info.description,
    path: "/docs",
    scripts: ["/docs/try.js"],
    main: `<div class="docs api">
<nav class="contents" aria-label="Routes">
<ul>
${routes.map(renderEntry).join("\n")}
</ul>
</nav>
<main id="content">
<h1>The API</h1>
<p class="promise">${escapeHtml(api.info.description)}</p>
<p>Version ${escapeHtml(api.info.version)}. <a href="/openapi.json">The same as OpenAPI</a></p>
${routes.map(renderRoute).join("\n")}
${Object.entries(api.components.schemas).map(renderSchema).join("\n")}
</main>
</div>`,
  });
}

interface RouteView {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

function renderEntry({ method, path }: RouteView): string {
  return `<li><a href="#${anchorOf(method, path)}"><code>${method} ${escapeHtml(path)}</code></a></li>`;
}

function renderRoute({ method, path, operation }: RouteView): string {
  const body = operation.requestBody?.content["application/json"]?.schema;
  const post = body === undefined ? "" : ` data-post="${escapeHtml(path)}"`;
  return `<section id="${anchorOf(method, path)}"${post}>
<h2><code>${method} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(operation.summary)}</p>
${renderParameters(operation.parameters ?? [])}
${body === undefined ? "" : renderBody(body)}
${Object.entries(operation.responses).map(renderResponse).join("\n")}
</section>`;
}

function renderParameters(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return "";
  return `<ul class="fields">
${parameters.map((each) => `<li><code>${escapeHtml(each.name)}</code> in the ${escapeHtml([each.in, each.description ?? ""].filter((part) => part !== "").join(". "))}</li>`).join("\n")}
</ul>`;
}

function renderBody(schema: JsonSchema): string {
  return `<ul class="fields">
${describeFields(schema)
  .map(
    ({ name, type, description }) =>
      `<li><code>${escapeHtml(name)}</code> ${escapeHtml([type, description].filter((part) => part !== "").join(". "))}</li>`,
  )
  .join("\n")}
</ul>
<pre class="example">${escapeHtml(JSON.stringify(exampleOf(schema), null, 2))}</pre>
${renderJson("Schema of the body", schema)}`;
}

function renderResponse([status, { description, content }]: [string, Operation["responses"][string]]): string {
  return Object.entries(content)
    .map(([type, { schema }]) => {
      const name = `${status === "default" ? "Any other status" : status}: ${description}, ${type}`;
      const isPlain = Object.keys(schema).join() === "type";
      return isPlain ? `<p>${escapeHtml(name)}</p>` : renderJson(name, schema);
    })
    .join("\n");
}

function renderSchema([name, schema]: [string, JsonSchema]): string {
  return `<section id="schema-${escapeHtml(name)}">\n<h2>${escapeHtml(name)}</h2>\n${renderJson("Schema", schema)}\n</section>`;
}

function renderJson(name: string, value: unknown): string {
  return `<details><summary>${escapeHtml(name)}</summary><pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre></details>`;
}

function anchorOf(method: string, path: string): string {
  return `${method.toLowerCase()}-${path.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/gu, "") || "home"}`;
}
