// Gives the page its language and its colours before anything is drawn, so that neither changes under
// the reader's eyes. The application takes over from here and knows the same two keys.
//
// A classic script in the head, because a module would run only after the first paint.

{
  const LANGUAGES = ['en', 'de', 'sv', 'nl', 'zh-CN'];
  const THEMES = ['light', 'dark'];

  // A private window or a blocked site refuses storage; then nothing is remembered.
  const remembered = (key) => {
    try {
      return localStorage.getItem(`prorata.${key}`);
    } catch {
      return null;
    }
  };
  const primary = (tag) => tag.split(/[-_]/)[0].toLowerCase();
  const spoken = (tag) => LANGUAGES.find((language) => primary(language) === primary(tag));

  const root = document.documentElement;
  const wishes = [remembered('language') ?? '', ...navigator.languages];
  root.lang = wishes.map(spoken).find(Boolean) ?? LANGUAGES[0];

  const theme = remembered('theme');
  if (THEMES.includes(theme)) root.dataset.theme = theme;
}
