// Two conveniences; the page is whole without them. Nothing is fetched, nothing of a report's text is touched.
(() => {
  const root = document.documentElement;
  const tools = document.querySelector(".tools");
  const theme = document.getElementById("theme");
  const all = document.getElementById("open-all");
  const themes = ["auto", "light", "dark"];
  const kept = () => { try { return localStorage.getItem("sayso-theme"); } catch { return null; } };
  const keep = (value) => { try { localStorage.setItem("sayso-theme", value); } catch { /* a page from a file may not keep */ } };
  const show = (value) => {
    if (value === "auto") { root.removeAttribute("data-theme"); } else { root.setAttribute("data-theme", value); }
    theme.querySelector("span").textContent = value;
  };
  let now = themes.includes(kept()) ? kept() : "auto";
  show(now);
  theme.addEventListener("click", () => {
    now = themes[(themes.indexOf(now) + 1) % themes.length];
    keep(now);
    show(now);
  });
  all.addEventListener("click", () => {
    const open = all.getAttribute("aria-pressed") !== "true";
    document.querySelectorAll("details.line, details.claim").forEach((d) => { d.open = open; });
    all.setAttribute("aria-pressed", String(open));
    all.textContent = open ? "Close all sources" : "Open all sources";
  });
  tools.hidden = false;
})();
