package dev.clientele.examples.cli.picture;

import java.util.List;

/**
 * Bars that lie between two values each, below 0 too, one below the other: effects for and against, or the steps of a sum.
 *
 * @param label what a screen reader says
 * @param unit what the values are
 * @param spans from top to bottom
 */
public record SpanChart(String label, String unit, List<Span> spans) implements Drawing {

    private static final double TOP = 24;
    private static final double THICK = 13;
    private static final double GAP = 4;
    private static final double HEADING = 17;

    /**
     * A bar from one value to another.
     *
     * @param heading above it; may be empty
     * @param name at the left
     * @param from where it begins
     * @param to where it ends
     * @param valueLabel at the right
     * @param colour of the bar
     */
    public record Span(String heading, String name, double from, double to, String valueLabel, String colour) {

        /** Returns a bar whose colour tells whether it goes up or down. */
        public static Span of(String name, double from, double to, String valueLabel) {
            return new Span("", name, from, to, valueLabel, to < from ? Colours.MODEL : Colours.PLAIN);
        }

        /** Returns this bar below a heading. */
        public Span below(String heading) {
            return new Span(heading, name, from, to, valueLabel, colour);
        }

        /** Returns this bar in another colour. */
        public Span in(String colour) {
            return new Span(heading, name, from, to, valueLabel, colour);
        }
    }

    @Override
    public String svg() {
        double left = letters(true) * SvgBuilder.LETTER + 10;
        double right = SvgBuilder.WIDTH - letters(false) * SvgBuilder.LETTER - 6;
        double low = Math.min(0, extreme(-1));
        double high = Math.max(0, -extreme(1));
        double unitWidth = (right - left) / Math.max(1e-9, high - low);
        double height = TOP;
        for (Span span : spans) {
            height += THICK + GAP + (span.heading().isEmpty() ? 0 : HEADING);
        }
        SvgBuilder svg = new SvgBuilder(height, label);
        svg.text(0, 12, SvgBuilder.Anchor.START, "axis", unit);
        double zero = left - low * unitWidth;
        svg.line(zero, TOP - 4, zero, height, "base");
        double y = TOP;
        for (Span span : spans) {
            if (!span.heading().isEmpty()) {
                svg.text(0, y + HEADING - 5, SvgBuilder.Anchor.START, "axis", span.heading());
                y += HEADING;
            }
            double x = left + (Math.min(span.from(), span.to()) - low) * unitWidth;
            double width = Math.max(1, Math.abs(span.to() - span.from()) * unitWidth);
            svg.text(left - 6, y + 10.5, SvgBuilder.Anchor.END, "tick", span.name());
            svg.rect(x, y, width, THICK, span.colour(), span.name() + ": " + span.valueLabel());
            svg.text(SvgBuilder.WIDTH, y + 10.5, SvgBuilder.Anchor.END, "tick", span.valueLabel());
            y += THICK + GAP;
        }
        return svg.toString();
    }

    private int letters(boolean name) {
        return spans.stream()
                .mapToInt(span -> (name ? span.name() : span.valueLabel()).length())
                .max()
                .orElse(1);
    }

    /** The least value times a sign, negated for the greatest. */
    private double extreme(int sign) {
        return spans.stream()
                .mapToDouble(span ->
                        -sign * (sign < 0 ? Math.min(span.from(), span.to()) : Math.max(span.from(), span.to())))
                .min()
                .orElse(0);
    }
}
