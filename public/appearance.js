// Gives the page its language and its looks before anything is drawn, so that nothing changes under
// the reader's eyes. The application takes over from here and knows the same keys.
//
// A classic script in the head, because a module would run only after the first paint.

{
  const LANGUAGES = ['en', 'de', 'sv', 'nl', 'zh-CN'];
  // What is not chosen is as the style sheets have it.
  const LOOKS = { theme: ['light', 'dark'], density: ['compact'] };

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

  for (const [look, choices] of Object.entries(LOOKS)) {
    const choice = remembered(look);
    if (choices.includes(choice)) root.dataset[look] = choice;
  }
}
