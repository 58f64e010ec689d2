/** A tag with its attributes: in text there is no other `<`. */
const tag = /<[a-z][\w:-]*(?:\s+[\w:-]+="[^"]*")*\s*\/?>/gi;

/**
 * A drawing as the text of a file. Documents write HTML, where `<` and `&` may stand in an attribute;
 * in XML they may not, and a name such as `A & B` would make a file that no program reads.
 *
 * @param drawing from `figureSvg`
 */
export function svgText(drawing: { readonly outerHTML: string }): string {
  return drawing.outerHTML.replace(tag, (found) =>
    found.replace(/="([^"]*)"/g, (_, value: string) => {
      const safe = value.replace(/&(?!(?:quot|amp|lt|gt|nbsp|#\d+);)/g, '&amp;');
      return `="${safe.replaceAll('<', '&lt;')}"`;
    }),
  );
}
