package dev.clientele.examples.cli.picture;

/**
 * The upright axis of a picture with its grid.
 *
 * @param ticks along it
 * @param top where it begins
 * @param height how long it is
 */
record Frame(Ticks ticks, double top, double height) {

    double left() {
        int letters = ticks.values().stream()
                .mapToInt(value -> ticks.label(value).length())
                .max()
                .orElse(1);
        return letters * Svg.LETTER + 10;
    }

    double width() {
        return Svg.WIDTH - left() - 4;
    }

    double y(double value) {
        return top + height * (1 - value / ticks.top());
    }

    void draw(Svg svg, String up) {
        svg.text(0, 12, Svg.Anchor.START, "axis", "↑ " + up);
        for (double value : ticks.values()) {
            svg.line(left(), y(value), left() + width(), y(value), value == 0 ? "base" : "grid");
            svg.text(left() - 5, y(value) + 4, Svg.Anchor.END, "tick", ticks.label(value));
        }
    }
}
