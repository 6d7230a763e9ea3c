"use strict";
(() => {
  const french = [...document.querySelectorAll(".s[id^=s]")];
  const order = { s: french, e: [...document.querySelectorAll(".s[id^=e]")] };
  const own = (element) => (element instanceof Element ? element.closest(".s") : null);
  const pair = (sentence) => ["s", "e"].map((side) => document.getElementById(side + sentence.id.slice(1)));

  const light = (name, sentence) => {
    for (const lit of document.querySelectorAll("." + name)) lit.classList.remove(name);
    if (sentence) for (const one of pair(sentence)) one?.classList.add(name);
  };
  const choose = (sentence) => {
    light("chosen", sentence);
    if (!sentence) return;
    for (const other of document.querySelectorAll(".s[tabindex='0']")) other.tabIndex = -1;
    sentence.tabIndex = 0;
  };
  const beside = (sentence, key) => {
    const side = order[sentence.id[0]];
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
    if (step) return side[side.indexOf(sentence) + step];
    return key === "ArrowLeft" ? pair(sentence)[0] : key === "ArrowRight" ? pair(sentence)[1] : null;
  };

  for (const sentence of [...order.s, ...order.e]) sentence.tabIndex = -1;
  if (french.length) french[0].tabIndex = 0;

  addEventListener("pointerover", (event) => light("near", own(event.target)));
  document.documentElement.addEventListener("pointerleave", () => light("near", null));
  addEventListener("focusin", (event) => own(event.target) && choose(own(event.target)));
  addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) choose(own(document.getElementById(link.hash.slice(1))));
    else if (!event.target.closest("label, input")) choose(own(event.target));
  });
  addEventListener("hashchange", () => choose(own(document.querySelector(":target"))));
  addEventListener("keydown", (event) => {
    const sentence = own(document.activeElement);
    if (!sentence || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") sentence.blur(), choose(null);
    const next = beside(sentence, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  choose(own(document.querySelector(":target")));
})();
