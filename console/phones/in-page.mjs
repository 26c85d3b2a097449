// Runs inside a page of the console; it is sent to the browser as text, so it holds all it needs.

/** Gives every call of the page a button that speaks it by the browser’s own voice, sentence by sentence, with the pauses of the script. */
export const giveSpeech = () => {
  const voicesLater = (speech) =>
    new Promise((resolve) => {
      if (speech.getVoices().length > 0) resolve(speech.getVoices());
      else {
        speech.addEventListener('voiceschanged', () => resolve(speech.getVoices()), { once: true });
        setTimeout(() => resolve(speech.getVoices()), 1_000);
      }
    });
  const speech = globalThis.speechSynthesis;

  for (const box of document.querySelectorAll('.say')) {
    const [start, end, status] = ['.start', '.end', '[role=status]'].map((each) => box.querySelector(each));
    const lines = [...box.parentElement.querySelectorAll('[data-say]')];
    const { language, nospeech, novoice, othervoice, speaking, spokenall } = box.dataset;
    if (speech === undefined || globalThis.SpeechSynthesisUtterance === undefined) {
      status.textContent = nospeech;
      continue;
    }
    status.textContent = '';
    let turn = 0;
    const mark = (line) => {
      for (const each of lines) each.removeAttribute('aria-current');
      line?.setAttribute('aria-current', 'step');
    };
    const over = (words) => {
      turn += 1;
      speech.cancel();
      mark();
      status.textContent = words;
      // Who pressed the other button is not left without one.
      const isHere = document.activeElement === end;
      [start.hidden, end.hidden] = [false, true];
      if (isHere) start.focus();
    };
    const sayLine = (line, voice) =>
      new Promise((resolve, reject) => {
        const words = new SpeechSynthesisUtterance(line.dataset.say);
        words.lang = language;
        if (voice !== undefined) words.voice = voice;
        words.onend = () => setTimeout(resolve, Number(line.dataset.pause) * 1_000);
        words.onerror = () => reject(new Error('not spoken'));
        speech.speak(words);
      });
    const sayAll = async () => {
      speech.cancel();
      turn += 1;
      const mine = turn;
      const voices = await voicesLater(speech);
      if (voices.length === 0) return over(novoice);
      const [code] = language.split('-');
      const voice = voices.find(({ lang }) => lang.replace('_', '-').startsWith(code));
      status.textContent = voice === undefined ? othervoice : speaking;
      [start.hidden, end.hidden] = [true, false];
      end.focus();
      for (const line of lines) {
        if (mine !== turn) return undefined;
        mark(line);
        await sayLine(line, voice);
      }
      return mine === turn ? over(spokenall) : undefined;
    };
    start.hidden = false;
    start.addEventListener('click', () => sayAll().catch(() => end.hidden || over(novoice)));
    end.addEventListener('click', () => over(''));
    addEventListener('pagehide', () => speech.cancel());
  }
};
