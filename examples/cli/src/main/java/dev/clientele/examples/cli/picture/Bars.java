package dev.clientele.examples.cli.picture;

import java.util.List;

/**
 * Bars that lie, one below the other, with their numbers beside them.
 *
 * @param label what a screen reader says
 * @param unit what the length is
 * @param bars from top to bottom
 */
public record Bars(String label, String unit, List<Bar> bars) implements Drawing {

    private static final double TOP = 22;
    private static final double THICK = 20;
    private static final double GAP = 6;
    private static final double NOTE = 20;

    /**
     * A bar.
     *
     * @param name at its left
     * @param length 0 or more
     * @param written at its right
     * @param note below it; may be empty
     */
    public record Bar(String name, double length, String written, String note) {}

    @Override
    public String svg() {
        double left = bars.stream().mapToInt(bar -> bar.name().length()).max().orElse(1) * Svg.LETTER + 10;
        double right =
                bars.stream().mapToInt(bar -> bar.written().length()).max().orElse(1) * Svg.BOLD_LETTER + 8;
        double room = Svg.WIDTH - left - right;
        double longest = bars.stream().mapToDouble(Bar::length).max().orElse(0);
        double height = TOP;
        for (Bar bar : bars) {
            height += THICK + GAP + (bar.note().isEmpty() ? 0 : NOTE);
        }
        Svg svg = new Svg(height, label);
        svg.text(left, 12, Svg.Anchor.START, "axis", unit + " →");
        double y = TOP;
        for (Bar bar : bars) {
            double length = longest > 0 ? room * Math.max(0, bar.length()) / longest : 0;
            svg.text(left - 6, y + 14, Svg.Anchor.END, "tick", bar.name());
            svg.rect(left, y, Math.max(1, length), THICK, Colours.PLAIN, bar.name() + ": " + bar.written());
            svg.text(left + length + 5, y + 14, Svg.Anchor.START, "value", bar.written());
            y += THICK + GAP;
            if (!bar.note().isEmpty()) {
                svg.text(left, y + 6, Svg.Anchor.START, "note", bar.note());
                y += NOTE;
            }
        }
        return svg.toString();
    }
}
