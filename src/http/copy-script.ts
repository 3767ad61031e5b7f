import { hostPlaceholder } from "./embed-examples.ts";

/**
 * Part of the pages' scripts: a button to copy each block of code, and this server's address in place of the one that stands
 * for it. Builds elements and text nodes only.
 */
export const copyScript = `
for (const block of document.querySelectorAll("[data-copy]")) {
  const code = block.querySelector("code");
  code.textContent = code.textContent.replaceAll(${JSON.stringify(hostPlaceholder)}, location.origin);
  const copy = document.createElement("button");
  const status = document.createElement("span");
  copy.type = "button";
  copy.textContent = "Copy";
  copy.setAttribute("aria-label", "Copy: " + block.dataset.copy);
  status.setAttribute("role", "status");
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      status.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(code);
      status.textContent = "Selected; copy it with the keyboard";
    }
  });
  block.append(status, copy);
}
`;
