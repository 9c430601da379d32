// On entries: reads the title, the facts and the text aloud with the device's own voice, sentence by sentence.
(function () {
  "use strict";
  var button = document.querySelector("[data-read-aloud]");
  if (!button) return;
  var stop = document.querySelector("[data-read-stop]");
  var said = document.querySelector("[data-read-said]");
  var label = button.querySelector("span");
  var words = { start: label.textContent, pause: button.dataset.pause, resume: button.dataset.resume };
  var root = document.documentElement;
  var speech = window.speechSynthesis;
  var sentences = [], at = 0, speaking = false, round = 0;

  // In the order of the page; what is hidden, such as the words the reader has not chosen, is not read.
  var PARTS = "h1, .entry__head .lead, .notice p, .facts > .fact, .reach__head h3, .reach__row > p, .reach__none, " +
    ".prose h2, .prose p, .prose li";

  function textOf(part) {
    if (!part.classList.contains("fact")) return part.textContent;
    return Array.from(part.children).map(function (one) { return one.textContent; }).join(". ");
  }
  function collected() {
    var all = [];
    document.querySelectorAll(".entry").forEach(function (page) {
      page.querySelectorAll(PARTS).forEach(function (part) {
        if (!part.getClientRects().length) return;
        var marked = part.querySelector("[lang]");
        var language = (marked && marked.textContent === part.textContent ? marked : part.closest("[lang]") || root).lang;
        (textOf(part).replace(/\s+/g, " ").match(/[^.!?]+(?:[.!?]+(?!\s|$)[^.!?]*)*[.!?]*/g) || []).forEach(function (text) {
          if (text.trim()) all.push({ text: text.trim(), language: language });
        });
      });
    });
    return all;
  }

  // Bokmål reads nynorsk where there is no voice of its own; «no» is what some devices call either.
  function voiceFor(language) {
    var wanted = language === "en" ? ["en"] : [language, "nb", "no", "nn"];
    var voices = speech.getVoices();
    for (var place = 0; place < wanted.length; place += 1) {
      var found = voices.find(function (voice) {
        return voice.lang.toLowerCase().split(/[-_]/)[0] === wanted[place];
      });
      if (found) return found;
    }
    return null;
  }

  function show() {
    label.textContent = speaking ? words.pause : at ? words.resume : words.start;
    stop.hidden = !speaking && !at;
  }
  // Android cannot pause: the reading is cancelled, and goes on from the sentence where it was.
  function halt() {
    round += 1;
    speaking = false;
    speech.cancel();
    show();
  }
  function end() {
    at = 0;
    halt();
  }
  function speak(turn) {
    if (turn !== round) return;
    if (at >= sentences.length) { end(); return; }
    var utterance = new SpeechSynthesisUtterance(sentences[at].text);
    var voice = voiceFor(sentences[at].language);
    if (voice) { utterance.voice = voice; utterance.lang = voice.lang; }
    utterance.onend = utterance.onerror = function () {
      if (turn !== round) return;
      at += 1;
      speak(turn);
    };
    speech.speak(utterance);
  }
  function start() {
    if (!voiceFor(root.lang)) { said.textContent = button.dataset.voiceless; return; }
    said.textContent = "";
    if (!at) sentences = collected();
    speaking = true;
    round += 1;
    show();
    speak(round);
  }

  button.addEventListener("click", function () {
    if (!speech) said.textContent = button.dataset.unable;
    else if (speaking) halt();
    else if (speech.getVoices().length) start();
    else {
      // Some browsers fetch the list of voices only when they are asked.
      var waited = setTimeout(start, 600);
      speech.onvoiceschanged = function () { clearTimeout(waited); speech.onvoiceschanged = null; start(); };
    }
  });
  stop.addEventListener("click", function () {
    end();
    button.focus();
  });
  addEventListener("pagehide", function () { if (speech) speech.cancel(); });
})();
