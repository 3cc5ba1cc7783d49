// Conveniences; every page is whole without them. Nothing of a report's text is ever run or made into markup here.
(() => {
  const root = document.documentElement;
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* a browser may keep nothing */ } };
  const themes = ["auto", "light", "dark"];
  let theme = themes.includes(kept("sayso-theme")) ? kept("sayso-theme") : "auto";
  const dress = () => { if (theme === "auto") { root.removeAttribute("data-theme"); } else { root.setAttribute("data-theme", theme); } };
  // Before the page is drawn, so that it does not flash.
  dress();
  root.classList.add("scripted");

  const themeButton = () => {
    const button = document.getElementById("theme");
    const show = () => { button.querySelector("span").textContent = theme; };
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      keep("sayso-theme", theme);
      dress();
      show();
    });
    show();
    document.querySelector(".tools").hidden = false;
  };

  // What was looked at is known to this browser alone: what each story was made from when it was opened last.
  const seen = () => {
    const looked = JSON.parse(kept("sayso-seen") || "{}");
    document.querySelectorAll(".card[data-made]").forEach((card) => {
      const line = card.querySelector(".seen");
      const before = looked[card.dataset.story];
      if (!before) { line.textContent = "not opened yet"; }
      else if (before !== card.dataset.made) { line.textContent = "new since you looked"; card.classList.add("new"); }
      line.hidden = !line.textContent;
    });
    const { story, made } = document.body.dataset;
    if (story) {
      looked[story] = made;
      keep("sayso-seen", JSON.stringify(looked));
    }
  };

  const layers = () => {
    const form = document.getElementById("layers");
    const report = document.getElementById("report");
    if (!form || !report) { return; }
    form.addEventListener("change", (event) => { report.classList.toggle("on-" + event.target.value, event.target.checked); });
  };

  const drop = () => {
    const form = document.getElementById("drop");
    if (!form) { return; }
    const files = document.getElementById("files");
    const stop = (event) => event.preventDefault();
    ["dragover", "drop"].forEach((name) => document.addEventListener(name, stop));
    ["dragenter", "dragover"].forEach((name) => form.addEventListener(name, () => form.classList.add("over")));
    ["dragleave", "drop"].forEach((name) => form.addEventListener(name, () => form.classList.remove("over")));
    form.addEventListener("drop", (event) => {
      if (event.dataTransfer.files.length) { files.files = event.dataTransfer.files; form.submit(); }
    });
  };

  const print = () => document.querySelectorAll("details").forEach((d) => { if (d.closest(".claims, .lines") === null) { d.open = true; } });

  document.addEventListener("DOMContentLoaded", () => {
    themeButton();
    seen();
    layers();
    drop();
  });
  window.addEventListener("beforeprint", print);
})();
