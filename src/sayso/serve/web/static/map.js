// Draws the places of a story on the borders of countries. Whatever comes from a report is set as text, never as markup.
document.addEventListener("DOMContentLoaded", async () => {
  const box = document.getElementById("map");
  if (!box || !window.L || !window.topojson) { return; }
  const [places, world] = await Promise.all([fetch(box.dataset.places), fetch("/static/vendor/world-atlas/countries-50m.json")]
    .map(async (asked) => (await asked).json()));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(box, { attributionControl: false, minZoom: 1, maxZoom: 10, scrollWheelZoom: false, zoomAnimation: !still,
    fadeAnimation: !still, inertia: !still });
  map.fitBounds(L.latLngBounds(places.map((p) => [p.lat, p.lon])).pad(.25), { maxZoom: 6 });

  // A coast that crosses the 180th meridian goes on beyond it, not back across the whole map.
  const onward = (ring) => ring.reduce((out, [lon, lat]) => {
    const before = out.length ? out[out.length - 1][0] : lon;
    out.push([lon + 360 * Math.round((before - lon) / 360), lat]);
    return out;
  }, []);
  const land = topojson.feature(world, world.objects.countries).features.filter((f) => f.properties.name !== "Antarctica");
  land.forEach(({ geometry: g }) => {
    g.coordinates = g.type === "Polygon" ? g.coordinates.map(onward) : g.coordinates.map((p) => p.map(onward));
  });
  L.geoJSON(land, { interactive: false, style: () => ({ className: "land" }) }).addTo(map);

  const tones = ["contested", "several", "one", "none"];
  places.forEach((place) => {
    const tone = tones.find((t) => place.claims.some((c) => c[2] === t)) || "none";
    const label = document.createElement("span");
    label.textContent = `${place.name} (${place.claims.length})`;
    const told = document.createElement("div");
    const head = document.createElement("strong");
    head.textContent = place.name + (place.precision ? `, ${place.precision}` : "");
    told.append(head, ...place.claims.slice(0, 5).map(([way, words]) => {
      const line = document.createElement("p");
      const link = document.createElement("a");
      link.href = way;
      link.textContent = words;
      line.append(link);
      return line;
    }));
    const radius = 5 + Math.min(9, Math.sqrt(place.claims.length) * 1.6);
    const dot = L.circleMarker([place.lat, place.lon], { radius, className: `dot ${tone}` }).bindPopup(told);
    dot.bindTooltip(label, { permanent: places.length <= 6, direction: "right", offset: [8, 0] }).addTo(map);
  });
});
