package dev.clientele.examples.cli.picture;

/**
 * The upright axis of a picture with its grid.
 *
 * @param ticks along it
 * @param top where it begins
 * @param height how long it is
 */
record VerticalAxis(AxisTicks ticks, double top, double height) {

    double left() {
        int letters = ticks.values().stream()
                .mapToInt(value -> ticks.label(value).length())
                .max()
                .orElse(1);
        return letters * SvgBuilder.LETTER + 10;
    }

    double width() {
        return SvgBuilder.WIDTH - left() - 4;
    }

    double y(double value) {
        return top + height * (1 - value / ticks.top());
    }

    void draw(SvgBuilder svg, String up) {
        svg.text(0, 12, SvgBuilder.Anchor.START, "axis", "↑ " + up);
        for (double value : ticks.values()) {
            svg.line(left(), y(value), left() + width(), y(value), value == 0 ? "base" : "grid");
            svg.text(left() - 5, y(value) + 4, SvgBuilder.Anchor.END, "tick", ticks.label(value));
        }
    }
}
