// What html-validate checks on every built page. Its rules of validity are all on; each rule that
// is off says why.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  elements: [
    "html5",
    {
      // The HTML standard counts <details> as flow content, not as sectioning content, so it may
      // stand in a <th>; html-validate's own description of it does not say so yet.
      details: { sectioning: false },
    },
  ],
  rules: {
    // HTML allows every sign but white space; our dots keep anchors of pages apart from slugs.
    "valid-id": ["error", { relaxed: true }],
    // A list may be named: the standard allows it, and screen readers read it.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // Tables that turn into cards lose their roles with their display; ours say them again.
    "no-redundant-role": "off",
    // A frame that scrolls is a region by role, not a section of the document.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Enter sends the field of search, and keyboards on a screen show a key for it.
    "wcag/h32": "off",
    // Matters of taste.
    "long-title": "off",
    "no-trailing-whitespace": "off",
  },
};
