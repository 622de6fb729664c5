"""Small SVG pictures: pure functions of figures, the same bytes on every machine."""
