package dev.clientele.examples.cli.picture;

import java.util.Locale;

/** A drawing that grows; a unit is about a pixel of a phone. Not thread-safe. */
final class SvgBuilder {

    /** How wide every drawing is. */
    static final int WIDTH = 360;

    /** About how wide a letter of the small text is. */
    static final double LETTER = 6.4;

    /** About how wide a letter of a number at a bar is. */
    static final double BOLD_LETTER = 8;

    /** Where a text is anchored. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringBuilder shapes = new StringBuilder();
    private final double height;
    private final String label;

    /**
     * Empty.
     *
     * @param label what a screen reader says
     */
    SvgBuilder(double height, String label) {
        this.height = height;
        this.label = label;
    }

    SvgBuilder rect(double x, double y, double width, double height, String fill, String tip) {
        shapes.append(format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>%s</title></rect>\n",
                x, y, Math.max(0, width), Math.max(0, height), fill, Html.escape(tip)));
        return this;
    }

    /** A line of the frame or grid, by the style's name. */
    SvgBuilder line(double x1, double y1, double x2, double y2, String style) {
        shapes.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>\n", x1, y1, x2, y2, style));
        return this;
    }

    SvgBuilder curve(double[] x, double[] y, String colour, boolean dashed) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            points.append(format(i == 0 ? "%.1f,%.1f" : " %.1f,%.1f", x[i], y[i]));
        }
        shapes.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-linejoin=\"round\"%s/>\n",
                points, colour, dashed ? " stroke-dasharray=\"5 3\"" : ""));
        return this;
    }

    SvgBuilder text(double x, double y, Anchor anchor, String style, String text) {
        return text(x, y, anchor, style, "", text);
    }

    /** A text in another colour than its style's. */
    SvgBuilder text(double x, double y, Anchor anchor, String style, String fill, String text) {
        shapes.append(format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\"%s>%s</text>\n",
                x,
                y,
                anchor.name().toLowerCase(Locale.ROOT),
                style,
                fill.isEmpty() ? "" : " style=\"fill:" + fill + "\"",
                Html.escape(text)));
        return this;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public String toString() {
        return format(
                "<svg viewBox=\"0 0 %d %.0f\" role=\"img\" aria-label=\"%s\" xmlns=\"http://www.w3.org/2000/svg\">\n%s</svg>\n",
                WIDTH, height, Html.escape(label), shapes);
    }
}
