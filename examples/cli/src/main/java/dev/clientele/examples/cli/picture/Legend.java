package dev.clientele.examples.cli.picture;

import java.util.List;

/** What colours mean. */
public sealed interface Legend {

    /** The legend of a picture with a colour each for a few things. */
    static Legend of(LegendKey... keys) {
        return new ColourLegend(List.of(keys));
    }

    /** The legend of shades from light to dark. */
    static Legend shades(String lowest, String highest, String what) {
        return new ShadeLegend(lowest, highest, what);
    }

    /** Its text on a page. */
    String html();

    /**
     * A colour and what it stands for.
     *
     * @param dashed whether it is drawn as a broken line
     */
    record LegendKey(String colour, String what, boolean dashed) {
        /** Of a full colour. */
        public LegendKey(String colour, String what) {
            this(colour, what, false);
        }
    }

    /** A few colours. */
    record ColourLegend(List<LegendKey> keys) implements Legend {
        @Override
        public String html() {
            StringBuilder html = new StringBuilder("<p class=\"legend\">");
            for (LegendKey key : keys) {
                String border =
                        key.dashed() ? "0;border-top:3px dashed " + key.colour() : "0.75em;background:" + key.colour();
                html.append("<span><i style=\"height:")
                        .append(border)
                        .append("\"></i>")
                        .append(Html.escape(key.what()))
                        .append("</span>");
            }
            return html.append("</p>\n").toString();
        }
    }

    /** Shades from light to dark. */
    record ShadeLegend(String lowest, String highest, String what) implements Legend {
        @Override
        public String html() {
            return "<p class=\"legend\"><span>" + Html.escape(what) + ":</span><span>" + Html.escape(lowest)
                    + " <i class=\"ramp\" style=\"background:linear-gradient(90deg," + Colours.shade(0) + ","
                    + Colours.shade(0.5) + "," + Colours.shade(1) + ")\"></i> " + Html.escape(highest)
                    + "</span></p>\n";
        }
    }
}
